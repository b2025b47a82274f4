package org.leeswijzer.api.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Keeping;

/**
 * What can be set of the engine and of answers, below {@code leeswijzer}.
 *
 * @param folder where the store and the secrets are unless told otherwise
 * @param store folder of the store; {@code store} in the folder if null
 * @param secrets folder of the libraries' secrets, never inside the store; {@code secrets} in the folder if null
 * @param backups below this folder a running service makes backups; null if it makes none
 * @param minBorrowers a pair of titles with fewer shared patrons is never stored or shown, at least 3
 * @param retentionDays loans older than so many days are removed; 0 keeps all
 * @param threads that refresh and retrain; 0 for one per processor
 * @param cacheSeconds how long whoever stands between us and a reader may keep an answer
 * @param demo whether the readers' page says that the borrowing is simulated
 * @param modelsKept so many versions of the model keep their rows, the serving one among them, at least 2
 * @param libraries {@code CODE.KEY} of libraries, see {@link LibraryKeys}
 * @param works which records are one work
 * @param publicRead whether suggestions and titles are told to whoever asks; otherwise a front-end's key is needed
 * @param noLogin whether everybody on this machine is taken for staff, to try the service out
 */
@Context
@ConfigurationProperties("leeswijzer")
public record Settings(
        @Bindable(defaultValue = "leeswijzer-data") Path folder,
        @Nullable Path store,
        @Nullable Path secrets,
        @Nullable Path backups,
        @Bindable(defaultValue = "3") int minBorrowers,
        @Bindable(defaultValue = "730") int retentionDays,
        @Bindable(defaultValue = "0") int threads,
        @Bindable(defaultValue = "60") int cacheSeconds,
        @Bindable(defaultValue = "false") boolean demo,
        @Bindable(defaultValue = "3") int modelsKept,
        @Nullable
                @MapFormat(
                        transformation = MapTransformation.FLAT,
                        keyFormat = StringConvention.RAW)
                Map<String, String> libraries,
        WorkSettings works,
        @Bindable(defaultValue = "true") boolean publicRead,
        @Bindable(defaultValue = "false") boolean noLogin) {

    /** @throws IllegalArgumentException if a value is out of bounds */
    public Settings {
        libraries = libraries == null ? Map.of() : Map.copyOf(libraries);
        LibraryKeys.check(libraries);
        var unusedRetention = LibraryRetention.read(libraries);
        var unusedSites = LibrarySites.read(libraries);
        var unusedAccess = LibraryAccess.read(libraries);
        check("retention-days", retentionDays, "at least 1, or 0 to keep all loans");
        check("threads", threads, "at least 1, or 0 for one per processor");
        check("cache-seconds", cacheSeconds, "at least 0");
    }

    /** Without what libraries set. */
    @Override
    public String toString() {
        return "Settings[" + engine() + ", cacheSeconds=" + cacheSeconds + "]";
    }

    private static void check(String key, int value, String remedy) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "leeswijzer.%s is %d: give %s".formatted(key, value, remedy));
        }
    }

    /** What libraries set of their own web sites. */
    public LibrarySites sites() {
        return LibrarySites.read(libraries == null ? Map.of() : libraries);
    }

    /** What libraries set of their front-ends. */
    public LibraryAccess access() {
        return LibraryAccess.read(libraries == null ? Map.of() : libraries);
    }

    /**
     * As the engine takes them.
     *
     * @throws IllegalArgumentException if a value is out of the engine's bounds
     */
    public EngineSettings engine() {
        return new EngineSettings(
                store == null ? folder.resolve("store") : store,
                secrets == null ? folder.resolve("secrets") : secrets,
                minBorrowers,
                new Retention(
                        LibraryRetention.days(retentionDays),
                        LibraryRetention.read(libraries == null ? Map.of() : libraries)),
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                new Keeping(modelsKept),
                works.languages());
    }
}
