package org.leeswijzer.api.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of an operation's examples. Editors know the form of the request; the answer follows it:
 *
 * <pre>
 * ### What it shows
 * POST /v1/suggestions
 *
 * {"titles":["r0"]}
 *
 * HTTP/1.1 200
 * Content-Type: application/json
 *
 * {...}
 * </pre>
 */
final class ExampleFile {
    private static final Pattern BETWEEN = Pattern.compile("(?m)^### ");
    private static final Pattern ANSWER = Pattern.compile("(?m)^HTTP/1\\.1 ");
    private static final String TYPE = "Content-Type: ";

    private ExampleFile() {}

    /** Reads it. */
    static List<Example> parse(String text) {
        List<Example> examples = new ArrayList<>();
        for (String part : BETWEEN.split(text, -1)) {
            if (!part.isBlank()) {
                examples.add(example(part));
            }
        }
        return List.copyOf(examples);
    }

    private static Example example(String part) {
        String[] halves = ANSWER.split(part, 2);
        String[] request = halves[0].strip().split("\n", 3);
        String[] line = request[1].split(" ", 2);
        Example asked =
                new Example(
                        request[0].strip(),
                        line[0],
                        line[1].strip(),
                        request.length < 3 ? "" : request[2].strip(),
                        0,
                        null,
                        "");
        return halves.length < 2 ? asked : answered(asked, halves[1]);
    }

    private static Example answered(Example asked, String answer) {
        String[] parts = answer.split("\n\n", 2);
        String[] head = parts[0].split("\n", -1);
        return asked.answered(
                Integer.parseInt(head[0].strip()),
                type(head),
                parts.length < 2 ? "" : parts[1].strip());
    }

    private static @Nullable String type(String[] head) {
        for (String line : head) {
            if (line.startsWith(TYPE)) {
                return line.substring(TYPE.length()).strip();
            }
        }
        return null;
    }

    /** Writes it. */
    static String format(List<Example> examples) {
        StringBuilder text = new StringBuilder();
        for (Example each : examples) {
            text.append(text.isEmpty() ? "### " : "\n### ").append(each.name()).append('\n');
            text.append(each.method()).append(' ').append(each.path()).append('\n');
            append(text, each.body());
            text.append("\nHTTP/1.1 ").append(each.status()).append('\n');
            if (each.type() != null) {
                text.append(TYPE).append(each.type()).append('\n');
            }
            append(text, each.answer());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String body) {
        if (!body.isEmpty()) {
            text.append('\n').append(body).append('\n');
        }
    }
}
