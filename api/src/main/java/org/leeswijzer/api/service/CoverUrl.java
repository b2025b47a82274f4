package org.leeswijzer.api.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a library's covers are, such as {@code https://covers.example.org/{isbn}.jpg}.
 *
 * @param template an address, or a path on the page that shows it, with {@code {isbn}} or {@code {id}} or both
 */
public record CoverUrl(String template) {
    private static final String ISBN = "{isbn}";
    private static final String ID = "{id}";
    private static final Pattern WHOLE =
            Pattern.compile("(?:https?://[^/{}\\s]+/|/(?!/))(?:[^{}\\s]|\\{isbn}|\\{id})*");

    /** @throws IllegalArgumentException if it is none */
    public CoverUrl {
        if (!WHOLE.matcher(template).matches()
                || !(template.contains(ISBN) || template.contains(ID))) {
            throw new IllegalArgumentException(
                    "cover-url is '%s': give https:// or a path, with %s or %s in it and nothing else in braces"
                            .formatted(template, ISBN, ID));
        }
    }

    /**
     * The cover of one title; empty if the template wants what the title does not have.
     *
     * @param id of the title in that library's catalogue; null if it has none there
     * @param isbn 13 digits; null if it has none
     */
    public Optional<String> of(@Nullable String id, @Nullable String isbn) {
        boolean isKnown =
                (id != null || !template.contains(ID))
                        && (isbn != null || !template.contains(ISBN));
        return isKnown
                ? Optional.of(template.replace(ISBN, encoded(isbn)).replace(ID, encoded(id)))
                : Optional.empty();
    }

    private static String encoded(@Nullable String value) {
        return value == null
                ? ""
                : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
