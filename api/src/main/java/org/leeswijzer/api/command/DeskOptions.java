package org.leeswijzer.api.command;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Options that say whose versions: those of a running service, or those of a store. */
final class DeskOptions {
    @Mixin private SettingsOptions settings;
    @Mixin private ServiceOptions service;

    /** @param toChange whether anything is to be published or brought in */
    Desk desk(boolean toChange) throws IOException {
        Optional<ServiceClient> running = service.service();
        return running.isPresent()
                ? new ServiceDesk(running.get())
                : new StoreDesk(settings.properties(), toChange);
    }
}
