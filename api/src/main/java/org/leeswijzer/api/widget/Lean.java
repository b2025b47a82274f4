package org.leeswijzer.api.widget;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a script smaller without changing what it does: comments go, and spaces that only people need. It knows as much of
 * JavaScript as our own script has: texts in quotes and templates stay as they are, but for the styles, a line ends where a statement may, and a regular
 * expression has neither quotes nor spaces.
 */
final class Lean {
    /** A comment, a text or a template, all of which may hold anything; or spaces, with what stands around them. */
    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<comment>/\\*.*?\\*/)"
                            + "|(?<text>'[^']*'|\"[^\"]*\"|`[^`]*`)"
                            + "|(?<spaces> *(?<mark>[=(){}\\[\\],;:?+*&|<>.!-]+) +|(?<=[=(){}\\[\\],;:?+*&|<>.!-]) +| +(?=[=(){}\\[\\],;:?+*&|<>.!-]))",
                    Pattern.DOTALL);

    private static final Pattern STYLE = Pattern.compile("(?<=const CSS = `)[^`]*(?=`)");

    private Lean() {}

    /** The script made smaller. */
    static String of(String script) {
        String styled =
                STYLE.matcher(script).replaceAll(css -> Matcher.quoteReplacement(css(css.group())));
        String unspaced =
                PARTS.matcher(styled)
                        .replaceAll(part -> Matcher.quoteReplacement(part(part.group(), part)));
        return unspaced.replaceAll("(?m)^[ ]+", "")
                        .replaceAll("\n+", "\n")
                        .replaceAll("([{(\\[,;])\n", "$1")
                        .strip()
                + "\n";
    }

    private static String part(String whole, java.util.regex.MatchResult part) {
        if (whole.startsWith("/*")) {
            return "";
        }
        return part.group(2) != null ? whole : whole.replace(" ", "");
    }

    /* Nothing in our styles has a selector or a sum whose meaning hangs on these spaces. */
    private static String css(String css) {
        return css.replaceAll(" *([{},;:]) +", "$1").replaceAll(" +([{}])", "$1").replace("\n", "");
    }
}
