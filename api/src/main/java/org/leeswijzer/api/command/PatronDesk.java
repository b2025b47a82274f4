package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.leeswijzer.api.privacy.Export;
import org.leeswijzer.api.privacy.HeldJson;
import org.leeswijzer.api.privacy.PatronJson;
import org.leeswijzer.api.privacy.PatronWords;
import org.leeswijzer.api.privacy.Word;
import org.leeswijzer.api.privacy.WordJson;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerSettings;
import picocli.CommandLine.Mixin;

/** Where a command for a patron is done: by a running service, in the event log, or in a store that nobody serves. */
final class PatronDesk {
    private static final String PATH = "/v1/privacy/";

    @Mixin private SettingsOptions settings;
    @Mixin private ServiceOptions service;
    @Mixin private PatronOptions patron;
    private final Clock clock = Clock.systemUTC();

    WordJson say(Word word) throws IOException, InterruptedException {
        PatronJson whom = patron.patron();
        Optional<ServiceClient> running = service.service();
        return running.isPresent()
                ? running.get().post(PATH + word.path(), whom, WordJson.class)
                : say(word, whom);
    }

    /* The log reaches every store, also that of a service that runs; without one there is but the store. */
    private WordJson say(Word word, PatronJson whom) {
        try (ApplicationContext context = Service.context(settings.properties())) {
            EngineSettings store = context.getBean(Settings.class).engine();
            Optional<ConsumerSettings> log = context.getBean(KafkaSettings.class).consumer();
            if (log.isPresent()) {
                Secrets secrets = new Secrets(store.secrets(), new SecureRandom());
                return new PatronWords(secrets, log, clock).publish(word, whom);
            }
            try (Engine engine = Engine.openAtRest(store, clock)) {
                return new PatronWords(engine.secrets(), log, clock).say(word, whom, engine);
            }
        }
    }

    HeldJson export() throws IOException, InterruptedException {
        PatronJson whom = patron.patron();
        Optional<ServiceClient> running = service.service();
        if (running.isPresent()) {
            return running.get().post(PATH + "export", whom, HeldJson.class);
        }
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openReadOnly(context.getBean(Settings.class).engine(), clock)) {
            return new Export(engine, clock).of(whom);
        }
    }
}
