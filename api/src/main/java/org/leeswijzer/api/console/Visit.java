package org.leeswijzer.api.console;

import org.leeswijzer.api.report.Words;

/**
 * One request of somebody who is logged in.
 *
 * @param words the language that they read
 * @param path that they asked for
 * @param query what came behind it, but for the language; empty if nothing did
 */
record Visit(Session session, Words words, String path, String query) {

    /** What a page of that name says around its own. */
    Sheet sheet(String title) {
        return new Sheet(words, title, path, query, session, session.takeNotice(), 0);
    }
}
