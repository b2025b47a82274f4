package org.leeswijzer.api.access;

/**
 * What is left to one who asked.
 *
 * @param by {@code address}, {@code key} or {@code login}
 * @param perMinute requests, or logins that fail
 * @param remaining requests that may come at once
 * @param seconds until the next may come; 0 if one may come now
 * @param isRefused whether this one came too soon
 */
record Allowance(String by, int perMinute, long remaining, long seconds, boolean isRefused) {
    private static final int WINDOW_SECONDS = 60;

    /** The header {@code RateLimit-Policy}. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(by, perMinute, WINDOW_SECONDS);
    }

    /** The header {@code RateLimit}: what is left, and the seconds until more is. */
    String limit() {
        return "\"%s\";r=%d;t=%d".formatted(by, remaining, seconds);
    }
}
