package org.leeswijzer.api.access;

import static org.leeswijzer.api.access.Role.OPS;
import static org.leeswijzer.api.access.Role.PRIVACY;
import static org.leeswijzer.api.access.Role.STAFF;
import static org.leeswijzer.api.access.Rule.key;
import static org.leeswijzer.api.access.Rule.only;
import static org.leeswijzer.api.access.Rule.open;
import static org.leeswijzer.api.access.Rule.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every route and who may call it. A route that is not in this table is refused to everybody. The pages below {@code /staff} are
 * open here: a browser shows no token, and the console asks for a session of somebody with a role.
 */
public final class RouteTable {
    static final List<Rule> RULES =
            List.of(
                    open("GET /"),
                    open("GET /page/{version}/{file}"),
                    open("GET /openapi.json"),
                    open("GET /openapi.yml"),
                    open("GET /reference"),
                    open("GET /widget/v1/readers-also-borrowed.js"),
                    open("GET /staff"),
                    open("GET /staff/login"),
                    open("POST /staff/login"),
                    open("GET /staff/login/issuer"),
                    open("GET /staff/login/callback"),
                    open("POST /staff/logout"),
                    open("GET /staff/files/{file}"),
                    open("GET /staff/models"),
                    open("GET /staff/models/{version}"),
                    open("GET /staff/models/{version}/changes"),
                    open("POST /staff/models/{version}/publish"),
                    open("POST /staff/models/rollback"),
                    open("POST /staff/models/unpin"),
                    open("GET /staff/retrain"),
                    open("POST /staff/retrain"),
                    open("GET /staff/retrain/{id}/events"),
                    open("POST /staff/retrain/{id}/cancel"),
                    open("GET /staff/imports"),
                    open("GET /staff/imports/state"),
                    open("POST /staff/imports"),
                    open("POST /staff/imports/take"),
                    open("POST /staff/imports/drop"),
                    open("GET /staff/letters"),
                    open("GET /staff/letters/one"),
                    open("POST /staff/letters/redrive"),
                    open("GET /staff/works"),
                    open("POST /staff/works/merge"),
                    open("POST /staff/works/split"),
                    open("POST /staff/works/undo"),
                    open("GET /staff/privacy"),
                    open("GET /v1/yardstick"),
                    open("GET /health"),
                    open("GET /health/{selector}"),
                    read("GET /v1/titles"),
                    read("GET /v1/titles/{id}"),
                    read("GET /v1/titles/{id}/suggestions"),
                    read("POST /v1/suggestions"),
                    read("POST /v1/suggestions/batch"),
                    read("GET /v1/popular"),
                    read("GET /v1/rising"),
                    read("GET /v1/explain"),
                    read("POST /v1/feedback"),
                    read("GET /v1/libraries"),
                    key("POST /v1/patrons/suggestions", PRIVACY),
                    key("POST /v1/patrons/consent", PRIVACY),
                    key("POST /v1/patrons/withdraw-consent", PRIVACY),
                    only("GET /v1/models", STAFF, PRIVACY),
                    only("GET /v1/models/{version}", STAFF, PRIVACY),
                    only("GET /v1/models/{version}/changes", STAFF),
                    only("GET /v1/models/{version}/file", STAFF),
                    only("POST /v1/models", STAFF),
                    only("POST /v1/models/{version}/publish", STAFF),
                    only("POST /v1/models/rollback", STAFF),
                    only("POST /v1/models/unpin", STAFF),
                    only("POST /v1/models/file", STAFF),
                    only("GET /v1/jobs/{id}", STAFF),
                    only("GET /v1/jobs/{id}/events", STAFF),
                    only("DELETE /v1/jobs/{id}", STAFF),
                    only("POST /v1/log/replay", STAFF, OPS),
                    only("GET /v1/works/decisions", STAFF),
                    only("POST /v1/works/merge", STAFF),
                    only("POST /v1/works/split", STAFF),
                    only("POST /v1/works/undo", STAFF),
                    only("GET /v1/models/{version}/privacy", PRIVACY),
                    only("POST /v1/privacy/erase", PRIVACY),
                    only("POST /v1/privacy/erase-for-good", PRIVACY),
                    only("POST /v1/privacy/opt-out", PRIVACY),
                    only("POST /v1/privacy/opt-in", PRIVACY),
                    only("POST /v1/privacy/export", PRIVACY),
                    only("POST /v1/store/backup", OPS),
                    only("GET /prometheus", OPS));

    private static final Map<String, Rule> BY_ROUTE =
            RULES.stream().collect(Collectors.toUnmodifiableMap(Rule::route, Function.identity()));

    private RouteTable() {}

    /**
     * The rule of a route; empty where there is none, so that nobody may call it.
     *
     * @param method as HTTP has it
     * @param template the whole path, with its variables in braces
     */
    public static Optional<Rule> find(String method, String template) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return Optional.ofNullable(BY_ROUTE.get(asked + " " + template));
    }
}
