package org.leeswijzer.ingest.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What people write to say which column is which field. */
public final class Pairs {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z]+)\\s*=(.+)");

    private Pairs() {}

    /**
     * Reads {@code field=column} pairs with commas between, such as {@code patron=u,title=i,time=t}.
     *
     * @return columns by field, in the order given
     * @throws IllegalArgumentException if it is no such list
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : COMMA.split(text, -1)) {
            var pair = PAIR.matcher(part);
            if (!pair.matches()) {
                throw new IllegalArgumentException(
                        "map has '%s': give pairs such as patron=u,title=i,time=t".formatted(part));
            }
            pairs.put(pair.group(1), pair.group(2).strip());
        }
        return pairs;
    }
}
