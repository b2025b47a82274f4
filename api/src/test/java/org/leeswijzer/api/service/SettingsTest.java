package org.leeswijzer.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.access.LimitSettings;
import org.leeswijzer.api.access.OidcLoginSettings;
import org.leeswijzer.api.access.OidcSettings;
import org.leeswijzer.api.access.TokenSettings;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.works.Languages;
import org.leeswijzer.ingest.ConsumerSettings;

/** All defaults, and every key. */
class SettingsTest {
    private static final String HASH = SecretHash.of("0123456789abcdef0123456789abcdef").toString();

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
                                    true,
                                    false));
            assertThat(context.getBean(TokenSettings.class))
                    .isEqualTo(new TokenSettings(null, null, null));
            assertThat(context.getBean(LimitSettings.class))
                    .isEqualTo(new LimitSettings(600, 6000, null));
            assertThat(context.getBean(OidcSettings.class))
                    .isEqualTo(
                            new OidcSettings(
                                    null,
                                    null,
                                    null,
                                    "roles",
                                    "preferred_username",
                                    "leeswijzer-staff",
                                    "leeswijzer-privacy",
                                    "leeswijzer-ops"));
            assertThat(context.getBean(OidcLoginSettings.class))
                    .isEqualTo(
                            new OidcLoginSettings(
                                    context.getBean(OidcSettings.class),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    "openid"));
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
                        Map.entry("leeswijzer.libraries.a-b.keys", HASH),
                        Map.entry("leeswijzer.libraries.a-b.requests-per-minute", "7"),
                        Map.entry("leeswijzer.public-read", "false"),
                        Map.entry("leeswijzer.no-login", "true"),
                        Map.entry("leeswijzer.tokens.staff", HASH),
                        Map.entry("leeswijzer.tokens.privacy", HASH + "," + HASH),
                        Map.entry("leeswijzer.tokens.ops", HASH),
                        Map.entry("leeswijzer.oidc.issuer", "https://login"),
                        Map.entry("leeswijzer.oidc.jwks-uri", "https://login/keys"),
                        Map.entry("leeswijzer.oidc.audience", "us"),
                        Map.entry("leeswijzer.oidc.roles-claim", "groups"),
                        Map.entry("leeswijzer.oidc.name-claim", "name"),
                        Map.entry("leeswijzer.oidc.login.authorization-uri", "https://login/auth"),
                        Map.entry("leeswijzer.oidc.login.token-uri", "https://login/token"),
                        Map.entry("leeswijzer.oidc.login.client-id", "leeswijzer"),
                        Map.entry("leeswijzer.oidc.login.client-secret", "hush"),
                        Map.entry(
                                "leeswijzer.oidc.login.callback-uri",
                                "https://us/staff/login/callback"),
                        Map.entry("leeswijzer.oidc.login.scope", "openid roles"),
                        Map.entry("leeswijzer.oidc.staff-role", "x"),
                        Map.entry("leeswijzer.oidc.privacy-role", "y"),
                        Map.entry("leeswijzer.oidc.ops-role", "z"),
                        Map.entry("leeswijzer.limit.per-address", "1"),
                        Map.entry("leeswijzer.limit.per-key", "2"),
                        Map.entry("leeswijzer.limit.trusted-proxies", "10.0.0.0/8,::1"),
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
            assertThat(settings.access())
                    .isEqualTo(
                            new LibraryAccess(
                                    Map.of(SecretHash.parse("", HASH), new Library("a-b")),
                                    Map.of(new Library("a-b"), 7)));
            assertThat(settings.publicRead()).isFalse();
            assertThat(settings.noLogin()).isTrue();
            assertThat(context.getBean(TokenSettings.class))
                    .isEqualTo(new TokenSettings(HASH, HASH + "," + HASH, HASH));
            assertThat(context.getBean(OidcSettings.class))
                    .isEqualTo(
                            new OidcSettings(
                                    "https://login",
                                    "https://login/keys",
                                    "us",
                                    "groups",
                                    "name",
                                    "x",
                                    "y",
                                    "z"));
            assertThat(context.getBean(OidcLoginSettings.class))
                    .isEqualTo(
                            new OidcLoginSettings(
                                    context.getBean(OidcSettings.class),
                                    "https://login/auth",
                                    "https://login/token",
                                    "leeswijzer",
                                    "hush",
                                    "https://us/staff/login/callback",
                                    "openid roles"))
                    .asString()
                    .doesNotContain("hush");
            assertThat(context.getBean(LimitSettings.class))
                    .isEqualTo(new LimitSettings(1, 2, "10.0.0.0/8,::1"));
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
                        "leeswijzer.libraries.zwolle.retention is not known: give leeswijzer.libraries.CODE. and one of cover-url, keys, origins, requests-per-minute, retention-days");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    leeswijzer.tokens.staff             | hush       | leeswijzer.tokens.staff has something other than sha256: and 64 hexadecimal digits: give what the command key prints
                    leeswijzer.libraries.zwolle.keys    | hush       | leeswijzer.libraries.zwolle.keys has something other than sha256: and 64 hexadecimal digits: give what the command key prints
                    leeswijzer.libraries.zwolle.requests-per-minute | -1 | leeswijzer.libraries.zwolle.requests-per-minute is '-1': give at least 1, or 0 for no limit
                    leeswijzer.limit.per-address        | -1         | leeswijzer.limit.per-address is -1: give at least 1, or 0 for no limit
                    leeswijzer.limit.trusted-proxies    | proxy.nl   | leeswijzer.limit.trusted-proxies has 'proxy.nl': give addresses such as 10.0.0.7 or networks such as 10.0.0.0/8, commas between
                    leeswijzer.limit.trusted-proxies    | 10.0.0.0/33| leeswijzer.limit.trusted-proxies has '10.0.0.0/33': give addresses such as 10.0.0.7 or networks such as 10.0.0.0/8, commas between
                    leeswijzer.oidc.issuer              | https://a  | leeswijzer.oidc.jwks-uri is not set: give issuer, jwks-uri and audience, or none of them
                    """)
    void whatWouldLeaveADoorOpenStopsTheStart(String key, String value, String told) {
        assertThatThrownBy(() -> Service.context(Map.of(key, value)).close())
                .rootCause()
                .hasMessage(told);
    }

    @Test
    void keysOfAnIssuerAreNotReadUnprotectedOverANetwork() {
        for (String address :
                List.of("http://login.example.org/keys", "ftp://127.0.0.1/keys", "keys", "a b")) {
            assertThatThrownBy(
                            () ->
                                    new OidcSettings(
                                            "https://a",
                                            address,
                                            "us",
                                            "roles",
                                            "name",
                                            "s",
                                            "p",
                                            "o"))
                    .hasMessage(
                            "leeswijzer.oidc.jwks-uri is '%s': give https://, or http:// of this machine"
                                    .formatted(address));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    client-id         |                      | leeswijzer.oidc.login.client-id is not set: give authorization-uri, token-uri, client-id and callback-uri, or none of them
                    token-uri         | http://login/token   | leeswijzer.oidc.login.token-uri is 'http://login/token': give https://, or http:// of this machine
                    authorization-uri | login                | leeswijzer.oidc.login.authorization-uri is 'login': give https://, or http:// of this machine
                    callback-uri      | https://us/staff     | leeswijzer.oidc.login.callback-uri is 'https://us/staff': give this service's own address and /staff/login/callback
                    """)
    void aFormThatCannotBeUsedStopsTheStart(String key, @Nullable String value, String told) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("leeswijzer.oidc.issuer", "https://login");
        settings.put("leeswijzer.oidc.jwks-uri", "https://login/keys");
        settings.put("leeswijzer.oidc.audience", "us");
        settings.put("leeswijzer.oidc.login.authorization-uri", "https://login/auth");
        settings.put("leeswijzer.oidc.login.token-uri", "https://login/token");
        settings.put("leeswijzer.oidc.login.client-id", "leeswijzer");
        settings.put("leeswijzer.oidc.login.callback-uri", "https://us/staff/login/callback");
        Service.context(settings).close();
        if (value == null) {
            settings.remove("leeswijzer.oidc.login." + key);
        } else {
            settings.put("leeswijzer.oidc.login." + key, value);
        }
        assertThatThrownBy(() -> Service.context(settings).close()).rootCause().hasMessage(told);
    }

    @Test
    void aFormOfNoIssuerStopsTheStart() {
        Map<String, Object> settings =
                Map.of(
                        "leeswijzer.oidc.login.authorization-uri",
                        "https://login/auth",
                        "leeswijzer.oidc.login.token-uri",
                        "https://login/token",
                        "leeswijzer.oidc.login.client-id",
                        "leeswijzer",
                        "leeswijzer.oidc.login.callback-uri",
                        "https://us/staff/login/callback");
        assertThatThrownBy(() -> Service.context(settings).close())
                .rootCause()
                .hasMessage(
                        "leeswijzer.oidc.issuer is not set, whose form leeswijzer.oidc.login.authorization-uri is: set it, or neither");
    }

    @Test
    void twoLibrariesDoNotShareAKey() {
        Map<String, Object> shared =
                Map.of("leeswijzer.libraries.a.keys", HASH, "leeswijzer.libraries.b.keys", HASH);
        assertThatThrownBy(() -> Service.context(shared).close())
                .rootCause()
                .hasMessageContaining("make one of its own with the command key");
    }

    @Test
    void aValueOutOfBoundsStopsTheStart() {
        assertThatThrownBy(() -> Service.context(Map.of("leeswijzer.threads", "-1")).close())
                .rootCause()
                .hasMessage(
                        "leeswijzer.threads is -1: give at least 1, or 0 for one per processor");
    }
}
