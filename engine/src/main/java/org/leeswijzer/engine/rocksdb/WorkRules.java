package org.leeswijzer.engine.rocksdb;

import org.leeswijzer.engine.works.Languages;

/** What the stored works were put together by; when that changes, all are put together anew. */
final class WorkRules {
    /** To be raised with every change of what makes editions one work. */
    private static final int VERSION = 1;

    private WorkRules() {}

    static long of(Languages languages) {
        return VERSION * 16L + (languages == Languages.TOGETHER ? 1 : 0);
    }
}
