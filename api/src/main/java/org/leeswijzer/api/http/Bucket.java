package org.leeswijzer.api.http;

import org.jspecify.annotations.Nullable;

/** Says of a number of patrons only how large it is at least: one patron more or less is mostly not to be seen. */
final class Bucket {
    private static final int[] STEPS = {3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000};

    private Bucket() {}

    /** Such as {@code 5+}; null below the first step, which no deployment's minBorrowers is below. */
    static @Nullable String of(int patrons) {
        String bucket = null;
        for (int step : STEPS) {
            if (patrons >= step) {
                bucket = step + "+";
            }
        }
        return bucket;
    }
}
