package org.leeswijzer.benchmarks.jmh;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Question;

/** A real store of generated loans and titles in a temporary folder, all rows computed, and an engine that serves it. */
final class GeneratedStore implements AutoCloseable {
    private static final int LOANS_PER_PATRON = 20;
    private static final int LOANS_PER_TITLE = 20;
    private static final int LOANS_AT_ONCE = 5_000;
    private static final int ASKED = 1 << 14;

    /** Whose loans count. */
    static final Scope SCOPE = Scope.CONSORTIUM;

    /** What a front-end asks most: ten suggestions, here of all libraries. */
    static final Question QUESTION = new Question(null, SCOPE, false, Set.of(), 10);

    private final TemporaryFolder folder;
    private final Engine engine;
    private final int[] asked;
    private int next;

    private GeneratedStore(TemporaryFolder folder, Engine engine, int[] asked) {
        this.folder = folder;
        this.engine = engine;
        this.asked = asked;
    }

    /** Fills one with about so many loans; a twentieth as many patrons, and as many titles. */
    static GeneratedStore of(int loans) {
        GeneratedLoans generated = new GeneratedLoans(generator(loans));
        TemporaryFolder folder = TemporaryFolder.make();
        try {
            fill(folder, generated);
            return new GeneratedStore(folder, open(folder), generated.asked(ASKED));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    static LoanGenerator generator(int loans) {
        return new LoanGenerator(
                1,
                Math.max(1, loans / LOANS_PER_PATRON),
                Math.max(1, loans / LOANS_PER_TITLE),
                loans);
    }

    /*
     * Swept, not retrained: the rows are the same, and tuning the blend would take longer than all that is measured. Opened
     * anew, so that rows are read from files instead of from what was just written, and kinship, which follows the catalogue
     * in the background, has read all of it.
     */
    private static void fill(TemporaryFolder folder, GeneratedLoans generated) {
        try (Engine engine = open(folder)) {
            generated.catalogue().forEach(engine::accept);
            for (int left = generated.size(); left > 0; left -= LOANS_AT_ONCE) {
                Receipt unused = engine.accept(generated.next(Math.min(left, LOANS_AT_ONCE)));
            }
            engine.sweep(Progress.SILENT);
        }
    }

    private static Engine open(TemporaryFolder folder) {
        return Engine.openAtRest(folder.settings(), Clock.systemUTC());
    }

    Engine engine() {
        return engine;
    }

    Path path() {
        return folder.path();
    }

    /** Any title, each as often as it is borrowed. Not safe for use by many threads. */
    int title() {
        return asked[next++ & ASKED - 1];
    }

    @Override
    public void close() {
        try {
            engine.close();
        } finally {
            folder.close();
        }
    }
}
