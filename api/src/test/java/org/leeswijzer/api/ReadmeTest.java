package org.leeswijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.ServiceKeys;

/** The README's tables say what the code does. */
class ReadmeTest {
    private static final Pattern ROUTE =
            Pattern.compile("(?m)^\\| `(GET|POST|PUT|DELETE) (/[^`]*)` \\|");
    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\| `(leeswijzer\\.[^`]*)` \\| (?:`([^`]*)`|) *\\|");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `leeswijzer ([\\w-]+)");

    private static String readme = "";

    @TempDir private Path folder;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("..", "README.md"));
    }

    @Test
    void everyRouteIsInTheTableAndNoOther() {
        Map<String, Object> properties = Map.of("leeswijzer.folder", folder.toString());
        try (ApplicationContext context = Service.context(properties)) {
            Set<String> routes =
                    context.getBean(Router.class)
                            .uriRoutes()
                            .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                            .map(
                                    route ->
                                            route.getHttpMethodName()
                                                    + " "
                                                    + route.getUriMatchTemplate().toPathString())
                            .filter(route -> !route.startsWith("GET /health/"))
                            .collect(Collectors.toCollection(TreeSet::new));
            // Metrics are off in a context that opens no store; that they are served TitlesTest
            // holds.
            routes.add("GET /prometheus");
            assertThat(found(ROUTE, " ")).isEqualTo(routes);
        }
    }

    @Test
    void everySettingIsInTheTableWithItsDefault() {
        Map<String, String> settings = new TreeMap<>();
        SETTING.matcher(readme)
                .results()
                .forEach(
                        row ->
                                settings.put(
                                        row.group(1), row.group(2) == null ? "" : row.group(2)));
        assertThat(settings).isEqualTo(new TreeMap<>(ServiceKeys.DEFAULTS));
    }

    @Test
    void everyCommandIsInTheTable() {
        List<String> commands =
                List.of(
                        "demo",
                        "serve",
                        "import",
                        "retrain",
                        "models",
                        "works",
                        "replay",
                        "dead-letters",
                        "erase",
                        "opt-out",
                        "opt-in",
                        "export",
                        "rotate-secret",
                        "key",
                        "privacy-report",
                        "backup",
                        "restore",
                        "evaluate",
                        "suggest",
                        "explain");
        assertThat(found(COMMAND, "")).containsExactlyInAnyOrderElementsOf(commands);
    }

    private static Set<String> found(Pattern pattern, String between) {
        return pattern.matcher(readme)
                .results()
                .map(
                        row ->
                                row.groupCount() == 1
                                        ? row.group(1)
                                        : row.group(1) + between + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
