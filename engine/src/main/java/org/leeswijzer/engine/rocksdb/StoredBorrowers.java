package org.leeswijzer.engine.rocksdb;

import java.util.concurrent.atomic.AtomicInteger;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.EnoughBorrowers;

/** Whether enough patrons borrowed what, from the loans as they are now. Safe for use by many threads. */
final class StoredBorrowers implements EnoughBorrowers {
    private final Reader reader;
    private final BorrowerCounts counts;
    private final int minBorrowers;

    StoredBorrowers(Reader reader, BorrowerCounts counts, int minBorrowers) {
        this.reader = reader;
        this.counts = counts;
        this.minBorrowers = minBorrowers;
    }

    @Override
    public boolean of(Scope scope, int title) {
        return counts.of(scope).borrowers(title) >= minBorrowers;
    }

    /* Those of the less known title, one by one, until enough of them borrowed the other too. */
    @Override
    public boolean ofBoth(Scope scope, int a, int b) {
        Marginals marginals = counts.of(scope);
        boolean isRarer = marginals.borrowers(a) <= marginals.borrowers(b);
        int rare = isRarer ? a : b;
        int other = isRarer ? b : a;
        AtomicInteger both = new AtomicInteger();
        reader.scan(
                Table.BORROWERS,
                BorrowerLayout.prefix(rare),
                (key, value) -> {
                    int library = BorrowerLayout.library(key);
                    if (scope.includes(library)
                            && borrowed(other, library, BorrowerLayout.patron(key))) {
                        both.incrementAndGet();
                    }
                    return both.get() < minBorrowers;
                });
        return both.get() >= minBorrowers;
    }

    private boolean borrowed(int title, int library, int patron) {
        return reader.get(Table.BORROWERS, BorrowerLayout.key(title, library, patron)) != null;
    }
}
