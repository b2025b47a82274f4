package org.leeswijzer.api.reference;

import org.jspecify.annotations.Nullable;

/**
 * A request and what the service gave for it.
 *
 * @param name what it shows, in a few words
 * @param method of HTTP
 * @param path with the query
 * @param body empty if there is none; {@code < FILE} for what is in a file
 * @param status of the answer; 0 if it was not asked yet
 * @param type media type of the answer
 * @param answer its body
 */
public record Example(
        String name,
        String method,
        String path,
        String body,
        int status,
        @Nullable String type,
        String answer) {
    private static final String FILE = "< ";
    private static final String JSON = "application/json";

    /** The file whose bytes are sent; null if the body is what it says. */
    @Nullable String file() {
        return body.startsWith(FILE) ? body.substring(FILE.length()) : null;
    }

    /** What it sends, by its media type; null if it sends nothing. */
    @Nullable String sends() {
        if (body.isEmpty()) {
            return null;
        }
        return file() == null ? JSON : "application/octet-stream";
    }

    /** With another answer. */
    Example answered(int newStatus, @Nullable String newType, String newAnswer) {
        return new Example(name, method, path, body, newStatus, newType, newAnswer);
    }

    /**
     * As a command of a shell.
     *
     * @param shown the header that whoever asks has to show; empty if none
     */
    String curl(String shown) {
        StringBuilder command = new StringBuilder("curl ");
        if (!method.equals("GET") && body.isEmpty()) {
            command.append("-X ").append(method).append(' ');
        }
        command.append("\"$LEESWIJZER").append(path).append('"');
        if (!shown.isEmpty()) {
            command.append(" \\\n  -H \"").append(shown).append('"');
        }
        if (!body.isEmpty()) {
            command.append(" \\\n  -H 'Content-Type: ").append(sends()).append("' \\\n  ");
            command.append(
                    file() == null
                            ? "-d '" + body.replace("'", "'\\''") + "'"
                            : "--data-binary @" + file());
        }
        return command.toString();
    }
}
