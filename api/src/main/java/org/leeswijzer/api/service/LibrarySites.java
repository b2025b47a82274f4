package org.leeswijzer.api.service;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;

/**
 * What libraries set of their own web sites: which may read answers in a browser, and where covers are.
 *
 * @param origins such as {@code https://catalogue.example.org}, as a browser sends them, by library
 * @param covers by library
 */
public record LibrarySites(Map<Library, Set<String>> origins, Map<Library, CoverUrl> covers) {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");

    public LibrarySites {
        origins = Map.copyOf(origins);
        covers = Map.copyOf(covers);
    }

    /**
     * Reads them.
     *
     * @param settings by what comes behind {@link LibraryKeys#PREFIX}
     * @throws IllegalArgumentException if a value is something else
     */
    static LibrarySites read(Map<String, String> settings) {
        Map<Library, Set<String>> origins = new HashMap<>();
        LibraryKeys.values(settings, LibraryKeys.ORIGINS)
                .forEach((library, list) -> origins.put(library, origins(library, list)));
        Map<Library, CoverUrl> covers = new HashMap<>();
        LibraryKeys.values(settings, LibraryKeys.COVER_URL)
                .forEach((library, template) -> covers.put(library, cover(library, template)));
        return new LibrarySites(origins, covers);
    }

    private static Set<String> origins(Library library, String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(origin -> checked(library, origin))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String checked(Library library, String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "%s%s.origins has '%s': give https://host or https://host:port in small letters, commas between, without a path"
                            .formatted(LibraryKeys.PREFIX, library, origin));
        }
        return origin;
    }

    private static CoverUrl cover(Library library, String template) {
        try {
            return new CoverUrl(template);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    LibraryKeys.PREFIX + library + "." + e.getMessage(), e);
        }
    }

    /**
     * Whether pages of that origin may read an answer.
     *
     * @param library that the request names, whose own list counts; null if it names none, where any library's does
     */
    public boolean areOpenTo(String origin, @Nullable String library) {
        return origins.entrySet().stream()
                .filter(entry -> library == null || entry.getKey().code().equals(library))
                .anyMatch(entry -> entry.getValue().contains(origin));
    }

    /** Where that library's covers are. */
    public Optional<CoverUrl> cover(Library library) {
        return Optional.ofNullable(covers.get(library));
    }
}
