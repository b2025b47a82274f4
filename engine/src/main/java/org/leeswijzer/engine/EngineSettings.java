package org.leeswijzer.engine;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.works.Languages;

/**
 * How an engine is run.
 *
 * @param store folder of the store, made if it is not there
 * @param secrets folder of the libraries' secrets, made if it is not there; never inside the store
 * @param minBorrowers a pair of titles with fewer shared patrons is never stored as neighbours, at least 3
 * @param retention loans that are held no longer are not counted and are removed
 * @param threads that refresh and retrain
 * @param keeping which versions of the model keep their rows
 * @param languages whether a work and its translations are one
 */
public record EngineSettings(
        Path store,
        Path secrets,
        int minBorrowers,
        Retention retention,
        int threads,
        Keeping keeping,
        Languages languages) {
    /** The least number of shared patrons that any deployment may choose. */
    public static final int MIN_BORROWERS_FLOOR = 3;

    /** Two years. */
    public static final int DEFAULT_RETENTION_DAYS = 730;

    /** Who reads a translation is seldom who reads the original, and wants to be shown what they can read. */
    public static final Languages DEFAULT_LANGUAGES = Languages.APART;

    /** @throws IllegalArgumentException if a value is out of bounds */
    public EngineSettings {
        if (minBorrowers < MIN_BORROWERS_FLOOR) {
            throw new IllegalArgumentException(
                    "minBorrowers is %d: give at least %d, below it a pair of titles could point to a patron"
                            .formatted(minBorrowers, MIN_BORROWERS_FLOOR));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is %d: give at least 1".formatted(threads));
        }
        if (secrets.toAbsolutePath().normalize().startsWith(store.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException(
                    "secrets is %s, inside the store: give a folder apart from it"
                            .formatted(secrets));
        }
    }

    /**
     * With versions and translations as they are unless somebody says otherwise, and the same window for all libraries.
     *
     * @param retentionDays empty for all loans
     */
    public EngineSettings(
            Path store, Path secrets, int minBorrowers, OptionalInt retentionDays, int threads) {
        this(
                store,
                secrets,
                minBorrowers,
                Retention.of(retentionDays),
                threads,
                Keeping.DEFAULT,
                DEFAULT_LANGUAGES);
    }

    /**
     * With the same window for all libraries.
     *
     * @param retentionDays empty for all loans
     */
    public EngineSettings(
            Path store,
            Path secrets,
            int minBorrowers,
            OptionalInt retentionDays,
            int threads,
            Keeping keeping) {
        this(
                store,
                secrets,
                minBorrowers,
                Retention.of(retentionDays),
                threads,
                keeping,
                DEFAULT_LANGUAGES);
    }

    /** The defaults below one folder: {@code store} and {@code secrets}, minBorrowers 3, two years, all processors. */
    public static EngineSettings in(Path folder) {
        return new EngineSettings(
                folder.resolve("store"),
                folder.resolve("secrets"),
                MIN_BORROWERS_FLOOR,
                OptionalInt.of(DEFAULT_RETENTION_DAYS),
                Runtime.getRuntime().availableProcessors());
    }
}
