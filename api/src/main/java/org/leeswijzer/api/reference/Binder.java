package org.leeswijzer.api.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.reference.Book.Answer;
import org.leeswijzer.api.reference.Book.Bound;
import org.leeswijzer.api.reference.Book.Chapter;
import org.leeswijzer.api.reference.Book.Field;
import org.leeswijzer.api.reference.Book.Operation;
import org.leeswijzer.api.reference.Book.Shape;
import org.leeswijzer.api.reference.Book.TypeName;

/** Makes a book of the document: its tags are the chapters, and within one operations come in the order of the examples. */
final class Binder {
    private static final String REF = "$ref";
    private static final String DESCRIPTION = "description";

    private final Document document;
    private final Examples examples;

    Binder(Document document, Examples examples) {
        this.document = document;
        this.examples = examples;
    }

    /** Makes it. */
    Book bind() {
        JsonNode root = document.root();
        List<Chapter> chapters = new ArrayList<>();
        for (JsonNode tag : root.path("tags")) {
            String name = tag.path("name").asText();
            chapters.add(new Chapter(name, tag.path(DESCRIPTION).asText(), operations(name)));
        }
        return new Book(root.at("/info/description").asText(), chapters, refusals(), shapes());
    }

    private static List<Answer> refusals() {
        return Arrays.stream(Refusal.values())
                .map(each -> new Answer(each.status(), each.description(), null))
                .toList();
    }

    private List<Operation> operations(String tag) {
        List<Operation> operations = new ArrayList<>();
        document.operations(
                (route, each) -> {
                    if (tag.equals(each.path("tags").path(0).asText())) {
                        operations.add(operation(route.get(0), route.get(1), each));
                    }
                });
        List<String> order = examples.operations();
        operations.sort(Comparator.comparingInt(each -> order.indexOf(each.id())));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode node) {
        String id = node.path("operationId").asText();
        String summary = node.path("summary").asText();
        return new Operation(
                id,
                method,
                path,
                summary,
                more(summary, node.path(DESCRIPTION).asText()),
                list(node.path(Rules.ROLES)).stream().map(JsonNode::asText).toList(),
                list(node.path("security")).stream().anyMatch(each -> each.has(Api.KEY)),
                list(node.path("parameters")).stream().map(Binder::parameter).toList(),
                content(node.path("requestBody")),
                answers(node.path("responses")),
                statuses(node.path("responses")).filter(Binder::isRefusal).sorted().toList(),
                examples.of(id));
    }

    private static String more(String summary, String description) {
        return description.startsWith(summary)
                ? description.substring(summary.length()).strip()
                : description;
    }

    private static Field parameter(JsonNode node) {
        JsonNode schema = node.path("schema");
        return new Field(
                node.path("name").asText(),
                node.path("in").asText(),
                node.path("required").asBoolean(),
                type(schema),
                bounds(schema),
                node.path(DESCRIPTION).asText());
    }

    private static List<Answer> answers(JsonNode responses) {
        return statuses(responses)
                .filter(status -> !isRefusal(status))
                .sorted()
                .map(status -> answer(status, responses.path(status)))
                .toList();
    }

    private static Answer answer(String status, JsonNode response) {
        return new Answer(status, response.path(DESCRIPTION).asText(), content(response));
    }

    private static Stream<String> statuses(JsonNode responses) {
        return responses.properties().stream().map(Map.Entry::getKey);
    }

    private static boolean isRefusal(String status) {
        return Arrays.stream(Refusal.values()).anyMatch(each -> each.status().equals(status));
    }

    private static @Nullable TypeName content(JsonNode node) {
        JsonNode content = node.path("content");
        if (content.isEmpty()) {
            return null;
        }
        String mediaType = content.fieldNames().next();
        TypeName type = type(content.path(mediaType).path("schema"));
        return type.shape() == null ? new TypeName(mediaType, null) : type;
    }

    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        document.root()
                .at("/components/schemas")
                .properties()
                .forEach(
                        each ->
                                shapes.add(
                                        new Shape(
                                                each.getKey(),
                                                each.getValue().path(DESCRIPTION).asText(),
                                                fields(each.getValue()))));
        return shapes;
    }

    private static List<Field> fields(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        List<Field> fields = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(
                        each ->
                                fields.add(
                                        new Field(
                                                each.getKey(),
                                                "",
                                                required.contains(each.getKey()),
                                                type(each.getValue()),
                                                bounds(each.getValue()),
                                                each.getValue().path(DESCRIPTION).asText())));
        return fields;
    }

    /** The type in words. What may be null stands alone in an {@code allOf}. */
    static TypeName type(JsonNode schema) {
        JsonNode one = schema.path("allOf").path(0);
        JsonNode named = schema.has(REF) ? schema : one;
        if (named.has(REF)) {
            String name = named.path(REF).asText().replaceFirst(".*/", "");
            return new TypeName(name, name);
        }
        JsonNode of =
                schema.has("items") ? schema.path("items") : schema.path("additionalProperties");
        if (of.isObject()) {
            TypeName inner = type(of);
            return new TypeName(
                    (schema.has("items") ? "list of " : "object of ") + inner.text(),
                    inner.shape());
        }
        String format = schema.path("format").asText();
        boolean isMoment = format.startsWith("date");
        return new TypeName(isMoment ? format : schema.path("type").asText("any"), null);
    }

    private static List<Bound> bounds(JsonNode schema) {
        List<Bound> bounds = new ArrayList<>();
        JsonNode values = schema.path("items").path("enum");
        add(bounds, Bound.Kind.ONE_OF, values.isArray() ? values : schema.path("enum"));
        add(bounds, Bound.Kind.AT_LEAST, first(schema, "minimum", "minItems"));
        add(bounds, Bound.Kind.AT_MOST, first(schema, "maximum", "maxItems", "maxLength"));
        add(bounds, Bound.Kind.DEFAULT, schema.path("default"));
        return bounds;
    }

    private static JsonNode first(JsonNode schema, String... names) {
        for (String name : names) {
            if (schema.has(name)) {
                return schema.path(name);
            }
        }
        return MissingNode.getInstance();
    }

    private static void add(List<Bound> bounds, Bound.Kind kind, JsonNode value) {
        if (value.isArray()) {
            List<String> all = list(value).stream().map(JsonNode::asText).toList();
            bounds.add(new Bound(kind, String.join(", ", all)));
        } else if (!value.isMissingNode()) {
            bounds.add(new Bound(kind, value.asText()));
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
