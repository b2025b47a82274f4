package org.leeswijzer.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.works.Languages;
import org.leeswijzer.ingest.ConsumerSettings;

/** All defaults, and every key. */
class SettingsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Test
    void theDefaultsAreThose() {
        try (ApplicationContext context = Service.context(Map.of())) {
            assertThat(context.getBean(Settings.class))
                    .isEqualTo(
                            new Settings(
                                    Path.of("leeswijzer-data"),
                                    null,
                                    null,
                                    null,
                                    3,
                                    730,
                                    0,
                                    60,
                                    false,
                                    3,
                                    Map.of(),
                                    new WorkSettings(Languages.APART),
                                    null));
            assertThat(context.getBean(KafkaSettings.class))
                    .isEqualTo(new KafkaSettings(null, "folio", Duration.ofSeconds(30), Map.of()));
            EngineSettings engine = context.getBean(Settings.class).engine();
            assertThat(engine.store()).isEqualTo(Path.of("leeswijzer-data", "store"));
            assertThat(engine.secrets()).isEqualTo(Path.of("leeswijzer-data", "secrets"));
            assertThat(engine.retention()).isEqualTo(Retention.of(OptionalInt.of(730)));
            assertThat(engine.threads()).isPositive();
            assertThat(context.getBean(KafkaSettings.class).consumer()).isEmpty();
        }
    }

    @Test
    void everyKeyBinds() {
        Map<String, Object> all =
                Map.ofEntries(
                        Map.entry("leeswijzer.folder", "a"),
                        Map.entry("leeswijzer.store", "b"),
                        Map.entry("leeswijzer.secrets", "c"),
                        Map.entry("leeswijzer.backups", "d"),
                        Map.entry("leeswijzer.min-borrowers", "7"),
                        Map.entry("leeswijzer.retention-days", "0"),
                        Map.entry("leeswijzer.libraries.zwolle_1.retention-days", "365"),
                        Map.entry("leeswijzer.libraries.a-b.retention-days", 90),
                        Map.entry("leeswijzer.libraries.zwolle_1.origins", "https://a.nl"),
                        Map.entry("leeswijzer.libraries.a-b.cover-url", "/{isbn}"),
                        Map.entry("leeswijzer.threads", "3"),
                        Map.entry("leeswijzer.cache-seconds", "0"),
                        Map.entry("leeswijzer.demo", "true"),
                        Map.entry("leeswijzer.models-kept", "5"),
                        Map.entry("leeswijzer.works.languages", "together"),
                        Map.entry("leeswijzer.staff-token", TOKEN),
                        Map.entry("leeswijzer.kafka.bootstrap-servers", "kafka:9092"),
                        Map.entry("leeswijzer.kafka.folio-env", "prod"),
                        Map.entry("leeswijzer.kafka.relist-interval", "5m"),
                        Map.entry("leeswijzer.kafka.properties.security.protocol", "SASL_SSL"));
        assertThat(all.keySet()).containsAll(KnownKeys.TYPES.keySet());
        try (ApplicationContext context = Service.context(all)) {
            Settings settings = context.getBean(Settings.class);
            assertThat(settings.engine())
                    .isEqualTo(
                            new EngineSettings(
                                    Path.of("b"),
                                    Path.of("c"),
                                    7,
                                    new Retention(
                                            OptionalInt.empty(),
                                            Map.of(
                                                    new Library("zwolle_1"),
                                                    OptionalInt.of(365),
                                                    new Library("a-b"),
                                                    OptionalInt.of(90))),
                                    3,
                                    new Keeping(5),
                                    Languages.TOGETHER));
            assertThat(settings.staffToken()).isEqualTo(TOKEN);
            assertThat(settings.toString()).doesNotContain(TOKEN);
            assertThat(settings.folder()).isEqualTo(Path.of("a"));
            assertThat(settings.cacheSeconds()).isZero();
            assertThat(settings.demo()).isTrue();
            assertThat(context.getBean(KafkaSettings.class).consumer())
                    .hasValue(
                            new ConsumerSettings(
                                    "kafka:9092",
                                    "prod",
                                    Duration.ofMinutes(5),
                                    Map.of("security.protocol", "SASL_SSL")));
        }
    }

    @Test
    void aKeyThatNobodyKnowsStopsTheStart() {
        assertThatThrownBy(() -> Service.context(Map.of("leeswijzer.retention", "1")).close())
                .rootCause()
                .hasMessageContaining("leeswijzer.retention is not known: give one of");
    }

    @Test
    void aValueThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                Service.context(Map.of("leeswijzer.kafka.relist-interval", "soon"))
                                        .close())
                .rootCause()
                .hasMessage(
                        "leeswijzer.kafka.relist-interval is 'soon': give a time such as 30s or 5m");
    }

    @Test
    void aLibrarysSettingThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> engine("leeswijzer.libraries.zwolle.retention", "1"))
                .rootCause()
                .hasMessage(
                        "leeswijzer.libraries.zwolle.retention is not known: give leeswijzer.libraries.CODE. and one of cover-url, origins, retention-days");
        assertThatThrownBy(() -> engine("leeswijzer.libraries.Zwolle.retention-days", "1"))
                .rootCause()
                .hasMessageStartingWith("library is 'Zwolle'");
        assertThatThrownBy(() -> engine("leeswijzer.libraries.zwolle.retention-days", "two years"))
                .rootCause()
                .hasMessage(
                        "leeswijzer.libraries.zwolle.retention-days is 'two years': give at least 1, or 0 to keep all loans");
        assertThat(engine("leeswijzer.libraries.zwolle.retention-days", "0").retention())
                .isEqualTo(
                        new Retention(
                                OptionalInt.of(730),
                                Map.of(new Library("zwolle"), OptionalInt.empty())));
    }

    private static EngineSettings engine(String key, String value) {
        try (ApplicationContext context = Service.context(Map.of(key, value))) {
            return context.getBean(Settings.class).engine();
        }
    }

    @Test
    void aShortTokenStopsTheStartAndIsNotTold() {
        assertThatThrownBy(() -> Service.context(Map.of("leeswijzer.staff-token", "hush")).close())
                .rootCause()
                .hasMessage(
                        "leeswijzer.staff-token has 4 characters: give at least 32, drawn at random");
    }

    @Test
    void aValueOutOfBoundsStopsTheStart() {
        assertThatThrownBy(() -> Service.context(Map.of("leeswijzer.threads", "-1")).close())
                .rootCause()
                .hasMessage(
                        "leeswijzer.threads is -1: give at least 1, or 0 for one per processor");
    }
}
