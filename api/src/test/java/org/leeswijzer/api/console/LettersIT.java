package org.leeswijzer.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.browser.Chromium;
import org.leeswijzer.api.browser.Visit;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** Records that could not be read, of a real broker, as staff see them in a browser. */
class LettersIT {
    private static final String PATRON = "P-4711-0815-2342";
    private static final String SECRET_TITLE = "zeldzaam7";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HEIGHT = 900;

    @TempDir private static Path folder;
    private static EmbeddedBroker broker;
    private static Service service;
    private static Chromium chromium;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        Topics.create(broker.bootstrapServers());
        publish(Topics.LOANS, loan("good", "\"title\":\"t1\""));
        publish(Topics.LOANS, loan("bad", "\"titel\":\"" + SECRET_TITLE + "\""));
        Map<String, Object> properties = new HashMap<>(TinyService.TOKENS);
        properties.put("leeswijzer.folder", folder.toString());
        properties.put("leeswijzer.kafka.bootstrap-servers", broker.bootstrapServers());
        properties.put("micronaut.server.port", "-1");
        service = Service.open(properties);
        address = service.listen().toString();
        readToTheEnd();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aRecordThatCannotBeReadIsSeenWithoutWhatItSaysAndReadAgain() throws Exception {
        try (Visit visit = visit(390, "nl")) {
            Page page = visit.page();
            page.locator(".attention a[href='/staff/letters']").click();
            assertThat(page.locator("main"))
                    .containsText("title ontbreekt: geef het id van de titel");
            look(visit, "letters-390-nl");
            page.getByText("leeswijzer.loans-0=1").click();
            assertThat(page.locator("main pre")).containsText("patron text of 16 A-9999-9999-9999");
            look(visit, "letter-390-nl");
            page.locator("main form button").click();
            assertThat(page.locator(".notice"))
                    .containsText(
                            "1 opnieuw gelezen; afgehandeld: 0, nog steeds niet te lezen: 1.");
            look(visit, "letters-redriven-390-nl");
        }
    }

    @Test
    void whatCanBeReadNowIsDoneWith() throws Exception {
        // A letter of a record that is readable, as after an update.
        publish(
                Topics.DEAD_LETTERS,
                "{\"topic\":\"leeswijzer.loans\",\"partition\":0,\"offset\":0,\"reason\":\"r\"}");
        try (Visit visit = visit(1280, "en")) {
            Page page = visit.page();
            page.navigate(address + "/staff/letters");
            assertThat(page.locator("main")).containsText("leeswijzer.loans-0=0");
            look(visit, "letters-1280-en");
            page.locator("main form button").first().click();
            assertThat(page.locator(".notice"))
                    .containsText("2 read again; done with: 1, still not readable: 1.");
            assertThat(page.getByText("leeswijzer.loans-0=0")).hasCount(0);
            assertThat(page.getByText("leeswijzer.loans-0=1")).hasCount(1);
            page.navigate(address + "/staff/letters/one?at=leeswijzer.loans-0=0");
            assertThat(page.locator("main")).containsText("has no open letter");
        }
        readToTheEnd();
        org.assertj.core.api.Assertions.assertThat(service.engine().statistics().loans())
                .as("and counts once")
                .isEqualTo(1);
    }

    private static void look(Visit visit, String name) throws Exception {
        org.assertj.core.api.Assertions.assertThat(visit.page().content())
                .doesNotContain(PATRON, SECRET_TITLE);
        visit.assertAccessible();
        visit.assertQuiet(Visit.WHILE_IT_COMES);
        visit.picture(PICTURES, name);
    }

    private static Visit visit(int width, String lang) {
        Visit visit =
                chromium.visit(new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
        Page page = visit.page();
        page.navigate(address + "/staff/login?lang=" + lang);
        page.locator("#token").fill(TinyService.TOKEN);
        page.locator("main form button").click();
        page.waitForURL(address + "/staff");
        return visit;
    }

    private static void readToTheEnd() throws InterruptedException {
        org.assertj.core.api.Assertions.assertThat(
                        service.consumer().orElseThrow().awaitCaughtUp(PATIENCE))
                .isTrue();
    }

    private static void publish(String topic, String line) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, line)).get();
        }
    }

    private static String loan(String id, String title) {
        return "{\"library\":\"zwolle\",\"loanId\":\"%s\",\"patron\":\"%s\",%s,\"loanedAt\":\"%s\"}"
                .formatted(id, PATRON, title, LocalDate.now(ZoneOffset.UTC).minusDays(2));
    }
}
