package org.leeswijzer.api.console;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.Words;

/**
 * What every page says around its own.
 *
 * @param path of the page
 * @param session null where nobody is logged in
 * @param notice what came of the form before
 * @param refreshSeconds after so many a browser without scripts asks again; 0 if never
 */
public record Sheet(
        Words words,
        String title,
        String path,
        @Nullable Session session,
        @Nullable Notice notice,
        int refreshSeconds) {

    /** Asked for again and again, where there are no scripts to do it better. */
    Sheet refreshing(int seconds) {
        return new Sheet(words, title, path, session, notice, seconds);
    }

    /** The same with something to tell. */
    Sheet telling(Notice told) {
        return new Sheet(words, title, path, session, told, refreshSeconds);
    }

    /** The page in the other language. */
    public String otherLanguage() {
        return path + "?lang=" + (words.isDutch() ? "en" : "nl");
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
