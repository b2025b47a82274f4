package org.leeswijzer.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.api.service.ServedRoutes;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.StoreTarget;

/**
 * The service on a free port, with two libraries small enough to work out by hand and without a broker.
 *
 * <pre>
 *                          klein: An  Bo  Cas Dirk Els Fien Gijs      groot: Hans
 *  r0 De avonden                  x   x   x   x
 *  r1 Donkere kamer               x   x   x   x
 *  r2 Donkere k. (pocket)                          x              another edition of r1
 *  r3 Op weg                                            x         by the author of r0
 *  r4 Jip en Janneke                               x    x    x    for children
 *  r5 Pluk                                         x    x    x    for children, by the author of r4
 *  r6 Vogelgids                   x   x            x              two patrons share it with r0
 *  r7 hidden                      x   x   x                       suppressed
 *  r8 named by loans              x   x   x   x                   in no catalogue
 *  g1 Max Havelaar                                                      x     groot's alone
 * </pre>
 */
public final class TinyService implements AutoCloseable {
    /** A number that must never be seen again. */
    public static final String PATRON = "patron-0612345678-";

    /** What staff, privacy officers and ops show, in tests that do not tell them apart. */
    public static final String TOKEN = "leeswijzer_0123456789abcdef0123456789abcdef";

    /** The settings that let it in. */
    public static final Map<String, String> TOKENS =
            Map.of(
                    "leeswijzer.tokens.staff",
                    SecretHash.of(TOKEN).toString(),
                    "leeswijzer.tokens.privacy",
                    SecretHash.of(TOKEN).toString(),
                    "leeswijzer.tokens.ops",
                    SecretHash.of(TOKEN).toString());

    static final String TITLES =
            """
            {"library":"klein","id":"r0","hrid":"in0","workId":"w0","title":"De avonden","authors":["Gerard Reve"],"isbns":["9789023400011"],"subjects":["Roman"],"language":"dut","audience":"adult","year":1947}
            {"library":"klein","id":"r1","title":"De donkere kamer van Damokles","authors":["Hermans, Willem Frederik"],"subjects":["Oorlog"],"language":"dut","audience":"adult"}
            {"library":"klein","id":"r2","title":"De donkere kamer van Damokles.","authors":["Willem Frederik Hermans"],"subjects":["Oorlog"],"language":"eng","audience":"adult"}
            {"library":"klein","id":"r3","title":"Op weg naar het einde","authors":["Gerard Reve"],"subjects":["Brieven"],"audience":"adult"}
            {"library":"klein","id":"r4","title":"Jip en Janneke","authors":["Annie M.G. Schmidt"],"subjects":["Roman"],"audience":"children"}
            {"library":"klein","id":"r5","title":"Pluk van de Petteflet","authors":["Annie M.G. Schmidt"],"subjects":["Vriendschap"],"audience":"children"}
            {"library":"klein","id":"r6","title":"Vogelgids","authors":["Lars Svensson"],"subjects":["Vogels"],"audience":"adult"}
            {"library":"klein","id":"r7","title":"Het verborgene","authors":["Gerard Reve"],"subjects":["Roman"],"suppressed":true}
            {"library":"groot","id":"g1","title":"Max Havelaar","authors":["Multatuli"],"subjects":["Roman"],"language":"dut","year":1860}
            """;

    private static final int[][] BORROWED = {
        {0, 1, 6, 7, 8}, {0, 1, 6, 7, 8}, {0, 1, 7, 8}, {0, 1, 8}, {2, 4, 5, 6}, {3, 4, 5}, {4, 5}
    };

    /** The same totals of titles and of patrons; An and Fien have changed r6 and r3. */
    private static final int[][] BORROWED_BY_OTHERS = {
        {0, 1, 3, 7, 8}, {0, 1, 6, 7, 8}, {0, 1, 7, 8}, {0, 1, 8}, {2, 4, 5, 6}, {6, 4, 5}, {4, 5}
    };

    private final Service service;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private TinyService(Service service, URI address) {
        this.service = service;
        this.address = address;
    }

    /** Starts it in a folder, with settings beside the usual ones. */
    public static TinyService start(Path folder, Map<String, String> settings) throws IOException {
        return start(folder, settings, BORROWED);
    }

    /** The same service but for pairs that fewer than minBorrowers patrons share. */
    public static TinyService startWithOtherFewBorrowers(Path folder) throws IOException {
        return start(folder, Map.of(), BORROWED_BY_OTHERS);
    }

    private static TinyService start(Path folder, Map<String, String> settings, int[][] borrowed)
            throws IOException {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("leeswijzer.folder", folder.toString());
        properties.putIfAbsent("micronaut.server.port", "-1");
        Service service = Service.open(properties);
        load(Kind.TITLES, TITLES, service.engine());
        load(Kind.LOANS, loans(borrowed), service.engine());
        service.engine().retrain(Progress.SILENT);
        return new TinyService(service, service.listen());
    }

    /** Takes lines of the neutral format as an import does. */
    public static ImportReport load(Kind kind, String lines, Engine engine) throws IOException {
        InputStream bytes = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        try (SourceFile source = SourceFile.open(SourceFile.STDIN, bytes);
                StoreTarget target = new StoreTarget(engine.bulkLoad())) {
            return new Importer(kind, null, Columns.BY_NAME, engine.secrets(), Clock.systemUTC())
                    .run(source, target, Progress.SILENT);
        }
    }

    /** The loans that are drawn above, all of yesterday's week. */
    static String loans(int[][] borrowed) {
        StringBuilder lines = new StringBuilder();
        String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3).toString();
        for (int patron = 0; patron < borrowed.length; patron++) {
            for (int title : borrowed[patron]) {
                lines.append(loan("klein", patron, "r" + title, day));
            }
        }
        return lines.append(loan("groot", 8, "g1", day)).toString();
    }

    /** One line. */
    public static String loan(String library, int patron, String title, String day) {
        return "{\"library\":\"%s\",\"patron\":\"%s%d\",\"title\":\"%s\",\"loanedAt\":\"%s\"}%n"
                .formatted(library, PATRON, patron, title, day);
    }

    public Engine engine() {
        return service.engine();
    }

    public URI address() {
        return address;
    }

    /** Every route that it has. */
    public Set<String> routes() {
        return ServedRoutes.of(service);
    }

    /** Asks. */
    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(path, builder -> builder, headers);
    }

    /** Sends a body. */
    public HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(
                path,
                builder -> builder.POST(HttpRequest.BodyPublishers.ofString(body)),
                headers.length > 0 ? headers : new String[] {"Content-Type", "application/json"});
    }

    /** Sends whatever the builder is made to be. */
    public HttpResponse<String> send(
            String path,
            java.util.function.UnaryOperator<HttpRequest.Builder> how,
            String... headers)
            throws Exception {
        return client.send(request(path, how, headers), HttpResponse.BodyHandlers.ofString());
    }

    /** The same, for an answer that may not be text. */
    public HttpResponse<byte[]> bytes(
            String path,
            java.util.function.UnaryOperator<HttpRequest.Builder> how,
            String... headers)
            throws Exception {
        return client.send(request(path, how, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(
            String path,
            java.util.function.UnaryOperator<HttpRequest.Builder> how,
            String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return how.apply(builder).build();
    }

    @Override
    public void close() {
        service.close();
    }
}
