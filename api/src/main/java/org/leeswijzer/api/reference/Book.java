package org.leeswijzer.api.reference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The document as it is read by people.
 *
 * @param about the API as a whole
 * @param refusals how requests are refused, by status
 * @param shapes of what is sent and answered, by name
 */
public record Book(
        String about, List<Chapter> chapters, List<Answer> refusals, List<Shape> shapes) {
    /** Copies the lists. */
    public Book {
        chapters = List.copyOf(chapters);
        refusals = List.copyOf(refusals);
        shapes = List.copyOf(shapes);
    }

    /** Operations on one kind of thing. */
    public record Chapter(String name, String about, List<Operation> operations) {
        /** Copies the list. */
        public Chapter {
            operations = List.copyOf(operations);
        }

        /** Where it begins. */
        public String anchor() {
            return "on-" + name.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One operation.
     *
     * @param id where it begins, too
     * @param summary one sentence
     * @param more what comes behind that; empty if nothing does
     * @param roles of which one is needed; empty if none is
     * @param isKeyed whether a front-end's key counts
     * @param body what is sent; null if nothing is
     * @param answers where it is not refused
     * @param refusals statuses with which it may be
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String more,
            List<String> roles,
            boolean isKeyed,
            List<Field> parameters,
            @Nullable TypeName body,
            List<Answer> answers,
            List<String> refusals,
            List<Example> examples) {
        /** Copies the lists. */
        public Operation {
            roles = List.copyOf(roles);
            parameters = List.copyOf(parameters);
            answers = List.copyOf(answers);
            refusals = List.copyOf(refusals);
            examples = List.copyOf(examples);
        }

        /** An example as a command. */
        public String curl(Example example) {
            return example.curl(shown());
        }

        /* A front-end's key before a token, where either will do: that is what the route is for. */
        private String shown() {
            if (roles.isEmpty()) {
                return "";
            }
            return isKeyed ? Api.KEY_HEADER + ": $KEY" : "Authorization: Bearer $TOKEN";
        }
    }

    /**
     * A parameter, or a field of a shape.
     *
     * @param where of the address a parameter is; empty for a field
     * @param isRequired whether it has to be given, or is always there
     * @param bounds what it may be, and what it is if absent
     */
    public record Field(
            String name,
            String where,
            boolean isRequired,
            TypeName type,
            List<Bound> bounds,
            String about) {
        /** Copies the list. */
        public Field {
            bounds = List.copyOf(bounds);
        }
    }

    /** What a value may be. */
    public record Bound(Kind kind, String value) {
        /** Of what kind. */
        public enum Kind {
            DEFAULT,
            AT_LEAST,
            AT_MOST,
            ONE_OF
        }
    }

    /**
     * Of what type something is.
     *
     * @param shape its name in the list of shapes; null if it is none of them
     */
    public record TypeName(String text, @Nullable String shape) {}

    /** An answer by its status; {@code default} is every other. */
    public record Answer(String status, String about, @Nullable TypeName type) {}

    /** What an object of JSON has. */
    public record Shape(String name, String about, List<Field> fields) {
        /** Copies the list. */
        public Shape {
            fields = List.copyOf(fields);
        }
    }
}
