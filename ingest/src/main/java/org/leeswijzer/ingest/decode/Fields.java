package org.leeswijzer.ingest.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;

/**
 * The fields of a JSON object, each asked for by the type it must have. A field that is null counts as absent. Every
 * method throws {@link BadRecord} if the field is of another type, or absent where it must be there.
 */
public final class Fields {
    private final String path;
    private final ObjectNode node;

    /** The fields of a whole record. */
    public Fields(ObjectNode node) {
        this("", node);
    }

    private Fields(String path, ObjectNode node) {
        this.path = path;
        this.node = node;
    }

    /** Whether the field is there, of whatever type. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** A text that has to be there and is not blank. */
    public String text(String field) {
        String text = optionalText(field).orElseThrow(() -> missing(field, "a text"));
        if (text.isBlank()) {
            throw bad(field, "is blank: give a text");
        }
        return text;
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String field) {
        return value(field).map(value -> text(field, value));
    }

    /** An id that has to be there, a text or a whole number. */
    public String id(String field) {
        return optionalId(field).orElseThrow(() -> missing(field, "an id"));
    }

    /** An id that may be absent. */
    public Optional<String> optionalId(String field) {
        return value(field)
                .map(
                        value ->
                                checkedId(
                                        path + field,
                                        value.isIntegralNumber()
                                                ? value.asText()
                                                : text(field, value)));
    }

    /** The library's code, which has to be there. */
    public Library library(String field) {
        return library(path + field, text(field));
    }

    /**
     * The library of that code.
     *
     * @throws BadRecord if it cannot be one; unlike that of {@link Library}, its message does not quote it
     */
    public static Library library(String field, String code) {
        try {
            return new Library(code);
        } catch (IllegalArgumentException e) {
            throw new BadRecord(
                    field,
                    "is not a library's code: give 1 to 64 of a-z, 0-9, '_' and '-', starting with a letter or a digit");
        }
    }

    /** True, or false, or false where absent. */
    public boolean flag(String field) {
        return value(field)
                .map(
                        value -> {
                            if (!value.isBoolean()) {
                                throw wrongType(field, value, "true or false");
                            }
                            return value.booleanValue();
                        })
                .orElse(false);
    }

    /** A whole number of 32 bits, null where absent. */
    public @Nullable Integer number(String field) {
        JsonNode value = value(field).orElse(null);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrongType(field, value, "a whole number");
        }
        return value.intValue();
    }

    /** A whole number within these bounds, null where absent. */
    public @Nullable Integer number(String field, int least, int most) {
        Integer number = number(field);
        if (number != null && (number < least || number > most)) {
            throw bad(field, "is %d: give one from %d to %d".formatted(number, least, most));
        }
        return number;
    }

    /** Ids, none where absent. */
    public List<String> ids(String field) {
        return texts(field).stream().map(id -> checkedId(path + field, id)).toList();
    }

    /** Texts without blank ones, none where absent. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            texts.add(text(field, element));
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** Texts, or the texts in such a field of objects, without blank ones; none where absent. */
    public List<String> textsOrIn(String field, String inside) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (element instanceof ObjectNode object) {
                new Fields(path + field + ".", object).optionalText(inside).ifPresent(texts::add);
            } else {
                texts.add(text(field, element));
            }
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** Objects, none where absent. */
    public List<Fields> objects(String field) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(field)) {
            objects.add(fields(field, element));
        }
        return objects;
    }

    /** An object that has to be there. */
    public Fields object(String field) {
        return optionalObject(field).orElseThrow(() -> missing(field, "an object"));
    }

    /** An object that may be absent. */
    public Optional<Fields> optionalObject(String field) {
        return value(field).map(value -> fields(field, value));
    }

    /** A fault in the field; {@code problem} goes on from its name. */
    public BadRecord bad(String field, String problem) {
        return new BadRecord(path + field, problem);
    }

    /** The fault of not being there. */
    public BadRecord missing(String field, String remedy) {
        return bad(field, "is missing: give " + remedy);
    }

    private BadRecord wrongType(String field, JsonNode value, String remedy) {
        return bad(field, "is " + kind(value) + ": give " + remedy);
    }

    private Optional<JsonNode> value(String field) {
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
    }

    private Iterable<JsonNode> array(String field) {
        JsonNode value = value(field).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(field, value, "an array");
        }
        return value;
    }

    private Fields fields(String field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new Fields(path + field + ".", object);
        }
        throw wrongType(field, value, "an object");
    }

    private String text(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(field, value, "a text");
        }
        if (hasHalfCharacter(value.textValue())) {
            throw bad(field, "has half a character (an unpaired surrogate): give Unicode text");
        }
        return value.textValue();
    }

    /**
     * The text as an id.
     *
     * @throws BadRecord if it cannot be one
     */
    public static String checkedId(String field, String id) {
        if (!Ids.isId(id)) {
            throw new BadRecord(
                    field,
                    "is not an id: give 1 to %d characters, not blank, without control characters"
                            .formatted(Ids.MAX_LENGTH));
        }
        return id;
    }

    /* JSON can escape one half of a pair; UTF-8 would turn it into a question mark, and two ids into one. */
    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "a text";
            default -> "of another type";
        };
    }
}
