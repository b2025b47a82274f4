package org.leeswijzer.ingest.letter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Json;

/**
 * Shows a record without what it says: the names of its fields, and of each value its kind, its length and its shape, in
 * which every digit is a 9 and every letter an a or an A.
 */
public final class Shapes {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]{1,40}");
    private static final int LONGEST = 40;
    private static final int ELEMENTS = 3;

    private Shapes() {}

    /** One line per field, or one that says why there are none. */
    public static List<String> of(byte[] value) {
        List<String> lines = new ArrayList<>();
        try {
            object("", Json.tree(value), lines);
        } catch (BadRecord e) {
            lines.add("%d bytes, %s".formatted(value.length, e.getMessage()));
        }
        return lines;
    }

    private static void object(String path, ObjectNode object, List<String> lines) {
        object.properties()
                .forEach(field -> value(path + name(field.getKey()), field.getValue(), lines));
    }

    private static void value(String path, JsonNode value, List<String> lines) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            object(path + ".", object, lines);
        } else if (value.isArray() && !value.isEmpty()) {
            for (int i = 0; i < Math.min(ELEMENTS, value.size()); i++) {
                value(path + "[" + i + "]", value.get(i), lines);
            }
            if (value.size() > ELEMENTS) {
                lines.add("%s[...] %d more".formatted(path, value.size() - ELEMENTS));
            }
        } else {
            lines.add(path + " " + kind(value));
        }
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> text(value.textValue());
            case NUMBER -> "number " + shape(value.asText());
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case ARRAY -> "empty array";
            case OBJECT -> "empty object";
            default -> "of another type";
        };
    }

    private static String text(String text) {
        return "text of %d%s"
                .formatted(text.length(), text.length() > LONGEST ? "" : " " + shape(text));
    }

    /* A name with a digit in it may be a number that somebody took for a name. */
    private static String name(String name) {
        return NAME.matcher(name).matches()
                ? name
                : "<" + shape(name.substring(0, Math.min(LONGEST, name.length()))) + ">";
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().forEach(c -> shape.append(shape(c)));
        return shape.toString();
    }

    private static char shape(int c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isUpperCase(c)) {
            return 'A';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        return c > ' ' && c < 0x7F ? (char) c : '.';
    }
}
