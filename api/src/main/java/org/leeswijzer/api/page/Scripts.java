package org.leeswijzer.api.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page's scripts as one, so that none waits for another: a browser asks for six files at a time, and each names others.
 *
 * <p>Every script is a function that gives what it exports, after those that it imports. Of JavaScript no more is understood than
 * that an {@code import} and an {@code export} stand at the beginning of a line, as ours do.
 */
final class Scripts {
    private static final Pattern IMPORT =
            Pattern.compile(
                    "(?m)^import\\s+(\\{[^}]*\\}|\\* as \\w+)\\s+from\\s+'\\./(\\w+)\\.js';$");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export ((?:async function|function|class|const) (\\w+))");
    private static final Pattern UNKNOWN = Pattern.compile("(?m)^(?:import|export)\\b.*$");

    private final UnaryOperator<String> read;
    private final Map<String, String> done = new LinkedHashMap<>();

    private Scripts(UnaryOperator<String> read) {
        this.read = read;
    }

    /**
     * A script and all that it needs.
     *
     * @param first its name, without {@code .js}
     * @param read gives the text of the script of such a name
     * @throws IllegalStateException if one imports or exports in another way
     */
    static String together(String first, UnaryOperator<String> read) {
        Scripts scripts = new Scripts(read);
        scripts.add(first);
        return String.join("\n", scripts.done.values());
    }

    private void add(String name) {
        if (done.containsKey(name)) {
            return;
        }
        String text = read.apply(name);
        IMPORT.matcher(text).results().map(found -> found.group(2)).forEach(this::add);
        done.put(name, wrapped(name, text));
    }

    private static String wrapped(String name, String text) {
        List<String> exported = new ArrayList<>();
        String imported = IMPORT.matcher(text).replaceAll(Scripts::taken);
        String body =
                EXPORT.matcher(imported)
                        .replaceAll(
                                found -> {
                                    exported.add(found.group(2));
                                    return Matcher.quoteReplacement(found.group(1));
                                });
        Matcher unknown = UNKNOWN.matcher(body);
        if (unknown.find()) {
            throw new IllegalStateException(
                    "%s.js has '%s': import { names } or * as name, and export a const, function or class"
                            .formatted(name, unknown.group()));
        }
        return "const $%s = (() => {\n%s\nreturn { %s };\n})();"
                .formatted(
                        name, body, exported.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static String taken(java.util.regex.MatchResult found) {
        String names = found.group(1);
        String taken =
                names.startsWith("{")
                        ? names.replaceAll(" as ", ": ")
                        : names.substring("* as ".length());
        return Matcher.quoteReplacement("const %s = $%s;".formatted(taken, found.group(2)));
    }
}
