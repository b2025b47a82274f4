package org.leeswijzer.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Secrets;

class TraceIdsTest {
    private static TraceIds ours;
    private static TraceIds ofOurReplica;
    private static TraceIds others;

    @BeforeContainer
    static void make() throws Exception {
        Path folder = java.nio.file.Files.createTempDirectory("traces");
        ours = made(folder.resolve("ours"));
        ofOurReplica = made(folder.resolve("ours"));
        others = made(folder.resolve("others"));
    }

    private static TraceIds made(Path secrets) {
        return new TraceIds(new Secrets(secrets, new SecureRandom()).feedback());
    }

    @Property
    void sayWhatASuggestionWasOfToWhoeverHasTheKey(@ForAll("suggestions") Traced suggestion) {
        String trace = ours.of(suggestion);
        assertThat(trace).matches("[A-Za-z0-9_-]{20,3000}");
        assertThat(ours.read(trace)).hasValue(suggestion);
        assertThat(ofOurReplica.of(suggestion)).isEqualTo(trace);
        assertThat(others.read(trace)).isEmpty();
    }

    @Property
    void oneCharacterOffIsNone(
            @ForAll("suggestions") Traced suggestion, @ForAll double where, @ForAll char other) {
        StringBuilder trace = new StringBuilder(ours.of(suggestion));
        int at = (int) (Math.abs(where % 1) * trace.length());
        if (trace.charAt(at) != other) {
            trace.setCharAt(at, other);
            assertThat(ours.read(trace.toString())).isEmpty();
        }
    }

    @Provide
    Arbitrary<Traced> suggestions() {
        Arbitrary<Library> libraries =
                Arbitraries.of("klein", "g", "a".repeat(64)).map(Library::new);
        Arbitrary<RecordId> records =
                Combinators.combine(
                                libraries,
                                Arbitraries.strings()
                                        .ofMinLength(1)
                                        .ofMaxLength(Ids.MAX_LENGTH)
                                        .filter(id -> Ids.isId(id) && isText(id)))
                        .as(RecordId::new);
        return Combinators.combine(
                        libraries.injectNull(0.3),
                        records,
                        records.injectNull(0.3),
                        Arbitraries.of("loans", "kinship", "popularity"))
                .as(Traced::new);
    }

    private static boolean isText(String id) {
        return id.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
