package org.leeswijzer.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the modules lean: api on ingest, ingest on engine, never back. */
@AnalyzeClasses(packages = "org.leeswijzer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule engineKnowsNeitherServerNorKafka =
            noClasses()
                    .that()
                    .resideInAPackage("org.leeswijzer.engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.micronaut..",
                            "org.apache.kafka..",
                            "kafka..",
                            "org.leeswijzer.ingest..",
                            "org.leeswijzer.api..")
                    .because("the engine is a plain jar, to be used and tested on its own")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ingestKnowsNoServer =
            noClasses()
                    .that()
                    .resideInAPackage("org.leeswijzer.ingest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.micronaut..", "org.leeswijzer.api..")
                    .because("bytes come in and domain events go out, whoever serves them")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule apiKnowsNoRocksDb =
            noClasses()
                    .that()
                    .resideInAPackage("org.leeswijzer.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rocksdb..")
                    .because("the api asks the engine, not its store")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onePackageKnowsRocksDb =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.leeswijzer.engine.rocksdb..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rocksdb..")
                    .because("native handles have one owner and bytes have one layout")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onePackageKnowsLucene =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.leeswijzer.engine.kinship..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.lucene..")
                    .because("words are cut and weighed in one place")
                    .allowEmptyShould(true);
}
