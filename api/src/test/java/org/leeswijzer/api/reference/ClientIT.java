package org.leeswijzer.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** A client in Java, generated from the document as it is served, compiled, and used by {@code Smoke}. */
class ClientIT {
    private static final Path GENERATOR =
            Path.of("target", "generator", "openapi-generator-cli.jar");
    private static final Path CLIENT = Path.of("target", "client");
    private static final int MINUTES = 3;

    @TempDir private Path folder;

    @Test
    void aGeneratedClientFindsATitleAsksItsShelfSendsAListAndGetsAProblem() throws Exception {
        try (TinyService service = TinyService.start(folder.resolve("store"), Map.of())) {
            Path document = folder.resolve("openapi.yml");
            Files.writeString(document, service.get("/openapi.yml").body());
            generate(document);
            Path classes = compile();
            use(classes, service.address().toString());
        }
    }

    private void generate(Path document) throws Exception {
        assertThat(GENERATOR)
                .as("the build brings it: ./mvnw -pl api pre-integration-test")
                .exists();
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "--input-spec=" + document,
                        "--output=" + CLIENT,
                        "--generator-name=java",
                        "--library=native",
                        "--invoker-package=org.leeswijzer.client",
                        "--api-package=org.leeswijzer.client.api",
                        "--model-package=org.leeswijzer.client.model",
                        "--additional-properties=openApiNullable=false,useJakartaEe=true,"
                                + "useSingleRequestParameter=true,hideGenerationTimestamp=true",
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
                                + "apiDocs=false,modelDocs=false");
        Path log = folder.resolve("generator.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path compile() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments =
                Stream.concat(
                                Stream.of(
                                        "-proc:none",
                                        "-nowarn",
                                        "-d",
                                        classes.toString(),
                                        "-cp",
                                        classPath()),
                                sources())
                        .toList();
        int wrong =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(wrong).as("it compiles").isZero();
        return classes;
    }

    private static Stream<String> sources() throws Exception {
        Path smoke =
                Path.of(
                        Objects.requireNonNull(ClientIT.class.getResource("/client/Smoke.java"))
                                .toURI());
        try (Stream<Path> generated = Files.walk(CLIENT.resolve("src/main/java"))) {
            return Stream.concat(generated.filter(Files::isRegularFile), Stream.of(smoke))
                    .map(Path::toString)
                    .toList()
                    .stream();
        }
    }

    /* Surefire's own class path is one jar that names the others. */
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static void use(Path classes, String address) throws Exception {
        URL[] places = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, ClientIT.class.getClassLoader())) {
            loader.loadClass("Smoke")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {address});
        }
    }
}
