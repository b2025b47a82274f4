package org.leeswijzer.api.service;

import io.micronaut.web.router.Router;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a running service answers at all. */
public final class ServedRoutes {
    private ServedRoutes() {}

    /** Every route, such as {@code GET /v1/titles/{id}}. */
    public static Set<String> of(Service service) {
        return service.container()
                .getBean(Router.class)
                .uriRoutes()
                .map(
                        route ->
                                route.getHttpMethodName()
                                        + " "
                                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
