package org.leeswijzer.api.reference;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.engine.model.Job;

/**
 * Asks examples of a service, and tells whether an answer is the one of the reference. Moments, durations, ids and fingerprints
 * are others each time: they have to be there, and an id of before stands for the one of now where a later example names it.
 */
final class Asking {
    private static final Pattern CHANGING =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z)?"
                            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
                            + "|\\b[0-9a-f]{16,}\\b"
                            + "|(?<=\"(tookSeconds|pairsPerSecond|secondsLeft|files)\": )[0-9.E-]+");
    private static final Pattern ID = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"");
    private static final String BACKUPS = "/var/backups/leeswijzer";
    private static final String OCTETS = "application/octet-stream";

    private final TinyService service;
    private final Path backups;
    private final Map<String, String> idsOfNow = new HashMap<>();
    private byte[] file = {};

    Asking(TinyService service, Path backups) {
        this.service = service;
        this.backups = backups;
    }

    /** Asks; the example with the answer of now. */
    Example ask(Example example, String operation) throws Exception {
        HttpResponse<byte[]> answer =
                service.bytes(
                        example.path(),
                        each -> each.method(example.method(), body(example)),
                        headers(example));
        for (Job job : service.engine().models().jobs().all()) {
            job.await();
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (type.startsWith(OCTETS)) {
            file = answer.body();
            text = "";
        }
        for (Map.Entry<String, String> each : idsOfNow.entrySet()) {
            text = text.replace(each.getValue(), each.getKey());
        }
        Example answered =
                example.answered(
                        answer.statusCode(),
                        type.isEmpty() ? null : type.replaceFirst(";.*", ""),
                        Shown.indented(text).replace(backups.toAbsolutePath().toString(), BACKUPS));
        learn(example.answer(), answered.answer());
        return answered;
    }

    private BodyPublisher body(Example example) {
        if (example.file() != null) {
            return BodyPublishers.ofByteArray(file);
        }
        String body = example.body();
        for (Map.Entry<String, String> each : idsOfNow.entrySet()) {
            body = body.replace(each.getKey(), each.getValue());
        }
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private static String[] headers(Example example) {
        String token = "Bearer " + TinyService.TOKEN;
        return example.sends() == null
                ? new String[] {"Authorization", token}
                : new String[] {"Authorization", token, "Content-Type", example.sends()};
    }

    private void learn(String before, String now) {
        List<String> olds = ids(before);
        List<String> news = ids(now);
        for (int i = 0; i < Math.min(olds.size(), news.size()); i++) {
            idsOfNow.put(olds.get(i), news.get(i));
        }
    }

    private static List<String> ids(String answer) {
        return ID.matcher(answer).results().map(each -> each.group(1)).toList();
    }

    /** Whether the answer is the one that the example has, but for what is another each time: all of what is on its way. */
    boolean sameButForMoments(Example example, Example answered) {
        if (example.answer().contains("\"state\": \"running\"")) {
            return answered.status() == example.status();
        }
        return steady(example).equals(steady(answered));
    }

    private static Example steady(Example example) {
        Matcher changing = CHANGING.matcher(example.answer());
        return example.answered(example.status(), example.type(), changing.replaceAll("~"));
    }
}
