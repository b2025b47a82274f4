package org.leeswijzer.api.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a title will ask the service first, told to the browser ahead of the scripts that ask. It has to be the very
 * address that they make in {@code title.js}; of another nothing breaks, but the browser asks twice.
 */
final class FirstShelf {
    private static final int ON_SHELF = 12;
    private static final int LONGEST = 200;
    private static final List<String> MODES = List.of("close", "discover");

    private FirstShelf() {}

    /** An element for the page's head; empty if this is not the page of a title. */
    static String link(@Nullable String title, @Nullable String library, @Nullable String mode) {
        if (title == null || title.isEmpty() || title.length() > LONGEST) {
            return "";
        }
        return "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"%s\">"
                .formatted(address(title, library, mode));
    }

    private static String address(String title, @Nullable String library, @Nullable String mode) {
        StringBuilder address = new StringBuilder("/v1/titles/");
        address.append(segment(title)).append("/suggestions?basis=loans&amp;limit=");
        address.append(ON_SHELF);
        if (library != null && !library.isEmpty()) {
            address.append("&amp;library=").append(encoded(library));
        }
        if (mode != null && MODES.contains(mode)) {
            address.append("&amp;mode=").append(mode);
        }
        return address.toString();
    }

    /* As a script's encodeURIComponent has it; of what that leaves as it is, nothing ends an attribute in double quotes. */
    private static String segment(String text) {
        return encoded(text)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    /* As a form is, and a script's URLSearchParams. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
