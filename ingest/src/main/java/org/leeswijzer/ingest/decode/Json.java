package org.leeswijzer.ingest.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON strictly: UTF-8 to the letter, one object, nothing behind it, no deeper than any source goes. */
public final class Json {
    private static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    /**
     * The fields of the one object that the bytes hold.
     *
     * @throws BadRecord if they hold anything else
     */
    public static Fields read(byte[] bytes) {
        return new Fields(tree(bytes));
    }

    /**
     * The one object that the bytes hold.
     *
     * @throws BadRecord if they hold anything else
     */
    public static ObjectNode tree(byte[] bytes) {
        if (bytes.length > Decoder.MAX_BYTES) {
            throw new BadRecord(
                    "value",
                    "has %d bytes: give at most %d".formatted(bytes.length, Decoder.MAX_BYTES));
        }
        return parse(text("value", bytes));
    }

    /**
     * Reads UTF-8.
     *
     * @throws BadRecord if it is something else
     */
    public static String text(String field, byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadRecord(field, "is not UTF-8: write it in that encoding");
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** An object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object as one line of UTF-8. */
    public static byte[] bytes(ObjectNode object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private static ObjectNode parse(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadRecord("value", "is not JSON" + place(e) + ": give one whole object");
        }
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new BadRecord("value", "is not a JSON object: give one, in braces");
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " from character " + (at.getCharOffset() + 1);
    }
}
