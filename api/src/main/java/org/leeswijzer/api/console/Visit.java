package org.leeswijzer.api.console;

import org.leeswijzer.api.report.Words;

/**
 * One request of somebody who is logged in.
 *
 * @param words the language that they read
 * @param path that they asked for
 */
record Visit(Session session, Words words, String path) {

    /** What a page of that name says around its own. */
    Sheet sheet(String title) {
        return new Sheet(words, title, path, session, session.takeNotice(), 0);
    }
}
