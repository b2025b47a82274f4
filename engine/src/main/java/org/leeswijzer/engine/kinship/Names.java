package org.leeswijzer.engine.kinship;

import java.util.regex.Pattern;

/** One form for the many ways in which catalogues write a person's name. */
final class Names {
    /* "Tolkien, J. R. R. (John Ronald Reuel), 1892-1973": what stands in brackets, and what is said of the years. */
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)?|\\[[^]]*]?");
    private static final Pattern YEARS =
            Pattern.compile(
                    ",\\s*(\\p{Ll}[\\p{Ll}.]*\\s+)*-?[0-9]{3,4}[^,]*$"
                            + "|\\s[0-9]{3,4}\\s*[-\u2013]\\s*([0-9]{3,4})?[\\s.,]*$");

    private Names() {}

    /**
     * The words of a name in alphabetical order, without years and without what stands in brackets; empty if there are
     * none. "Camus, Albert, 1913-1960." and "Albert Camus" are equal in it.
     */
    static String author(String name) {
        String bare = YEARS.matcher(BRACKETS.matcher(name).replaceAll(" ")).replaceFirst("");
        return String.join(" ", Words.all(bare).stream().sorted().toList());
    }
}
