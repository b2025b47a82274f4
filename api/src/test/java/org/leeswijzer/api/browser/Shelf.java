package org.leeswijzer.api.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.load.Kind;

/**
 * The service for one site: beside the tiny libraries it has {@code zwolle}, where five patrons borrowed {@code 0} to {@code 6}
 * and nobody {@code 7}, which is by the author of {@code 0}. Only {@code 1} has a cover on the site.
 */
public final class Shelf {
    private static final List<String> NAMES =
            List.of(
                    "Max Havelaar|Multatuli",
                    "De stille kracht|Louis Couperus",
                    "De donkere kamer van Damokles|Willem Frederik Hermans",
                    "Van de koele meren des doods|Frederik van Eeden",
                    "<img src=x onerror=alert(1)>|Marcellus Emants",
                    "Het verdriet van België|Hugo Claus",
                    "De ontdekking van de hemel|Harry Mulisch",
                    "Minnebrieven|Multatuli");
    private static final int PATRONS = 5;

    private Shelf() {}

    /** Starts it. */
    public static TinyService start(Path folder, Site site) throws IOException {
        TinyService service =
                TinyService.start(
                        folder,
                        Map.of(
                                "leeswijzer.libraries.zwolle.origins", site.origin(),
                                "leeswijzer.libraries.groot.origins", site.origin(),
                                "leeswijzer.libraries.zwolle.cover-url", "/covers/{id}.svg"));
        TinyService.load(Kind.TITLES, titles(), service.engine());
        TinyService.load(Kind.LOANS, loans(), service.engine());
        service.engine().retrain(Progress.SILENT);
        return service;
    }

    private static String titles() {
        StringBuilder lines = new StringBuilder();
        for (int title = 0; title < NAMES.size(); title++) {
            String[] name = NAMES.get(title).split("\\|", -1);
            lines.append(
                    "{\"library\":\"zwolle\",\"id\":\"%d\",\"title\":\"%s\",\"authors\":[\"%s\"],\"audience\":\"adult\"}%n"
                            .formatted(title, name[0], name[1]));
        }
        return lines.toString();
    }

    /* Many others with other loans: what all borrow together would say nothing. */
    private static String loans() {
        StringBuilder lines = new StringBuilder();
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        for (int patron = 0; patron < PATRONS; patron++) {
            for (int title = 0; title < NAMES.size() - 1; title++) {
                lines.append(TinyService.loan("zwolle", patron, Integer.toString(title), day));
            }
        }
        for (int patron = PATRONS; patron < 4 * PATRONS; patron++) {
            lines.append(TinyService.loan("zwolle", patron, "other" + patron, day));
        }
        return lines.toString();
    }
}
