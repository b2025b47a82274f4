package org.leeswijzer.api.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.access.Issuer;
import org.leeswijzer.api.access.IssuerFormServer;
import org.leeswijzer.ingest.broker.Ports;

/** A service that an issuer logs staff in to, at another site than its own. */
record IssuerSite(Issuer issuer, IssuerFormServer form, TinyService service)
        implements AutoCloseable {

    /**
     * Starts both.
     *
     * @param roles of whoever logs in
     */
    static IssuerSite start(Path folder, String... roles) throws Exception {
        int port = Ports.free();
        Issuer issuer = Issuer.start();
        IssuerFormServer form =
                IssuerFormServer.start(
                        issuer, "http://127.0.0.1:%d/staff/login/callback".formatted(port), roles);
        Map<String, String> settings = new HashMap<>(form.settings());
        // The issuer has to know it before the service is there.
        settings.put("micronaut.server.port", Integer.toString(port));
        return new IssuerSite(issuer, form, TinyService.start(folder, settings));
    }

    @Override
    public void close() {
        service.close();
        form.close();
        issuer.close();
    }
}
