package org.leeswijzer.api.console;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.Words;

/**
 * What every page says around its own.
 *
 * @param path of the page
 * @param query what comes behind it, but for the language; empty if nothing does
 * @param session null where nobody is logged in
 * @param notice what came of the form before
 * @param refreshSeconds after so many a browser without scripts asks again; 0 if never
 */
public record Sheet(
        Words words,
        String title,
        String path,
        String query,
        @Nullable Session session,
        @Nullable Notice notice,
        int refreshSeconds) {

    /** Asked for again and again, where there are no scripts to do it better. */
    Sheet refreshing(int seconds) {
        return new Sheet(words, title, path, query, session, notice, seconds);
    }

    /** The page in the other language. */
    public String otherLanguage() {
        return path
                + "?"
                + (query.isEmpty() ? "" : query + "&")
                + "lang="
                + (words.isDutch() ? "en" : "nl");
    }

    /** Whether a way of the menu leads to this page, or to one above it. */
    public boolean isHere(String way) {
        return path.equals(way) || (!way.equals("/staff") && path.startsWith(way + "/"));
    }

    /** What forms hold. */
    public String formToken() {
        return session == null ? "" : session.formToken();
    }
}
