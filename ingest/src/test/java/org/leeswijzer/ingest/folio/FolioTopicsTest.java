package org.leeswijzer.ingest.folio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.DIKU;
import static org.leeswijzer.ingest.TestRecords.bytes;
import static org.leeswijzer.ingest.TestRecords.day;
import static org.leeswijzer.ingest.TestRecords.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.AllLoansForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Events;
import org.leeswijzer.ingest.decode.Decoded.Ignored;
import org.leeswijzer.ingest.decode.RawRecord;

/** Records with the very field names of FOLIO. */
class FolioTopicsTest {
    private static final String LOANS = "folio.diku.circulation.loan";
    private static final String ITEMS = "folio.diku.inventory.item";
    private static final String INSTANCES = "folio.diku.inventory.instance";
    private static final String USERS = "folio.diku.users.users";
    private static final String ID = "3fd2d7aa-a6fe-4794-9d34-837a6bd31a8b";
    private static final String USER = "ab579dc3-219b-4f5b-8068-ab1c7a55c402";
    private static final String ITEM = "bb5a6689-c008-4c96-8f8f-b666850ee12d";
    private static final String INSTANCE = "5bf370e0-8cca-4d9c-82e4-5170ab2a0a39";
    private static final String LOAN =
            "{\"id\":\"%s\",\"userId\":\"%s\",\"itemId\":\"%s\",\"loanDate\":\"2017-01-05T12:42:21Z\",\"dueDate\":\"2017-01-19T12:42:21Z\",\"action\":\"checkedout\",\"itemStatus\":\"Checked out\",\"status\":{\"name\":\"Open\"}}"
                    .formatted(ID, USER, ITEM);
    private static final String ANONYMOUS = LOAN.replace("\"userId\":\"" + USER + "\",", "");

    private final Secrets secrets = TestRecords.secrets();
    private final FolioTopics topics = new FolioTopics("folio", secrets, CLOCK);
    private final Pseudonymiser diku = secrets.pseudonymiser(DIKU);

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOANS,
                "folio.ALL.circulation.loan",
                "folio.uni-leiden_2.circulation.loan",
                ITEMS,
                INSTANCES,
                USERS
            })
    void readsTheTopicsOfAnyTenant(String topic) {
        assertThat(topics.decoder(topic)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folio.diku.circulation.request",
                "folio..circulation.loan",
                "folio.a.b.circulation.loan",
                "folioXdiku.circulation.loan",
                "prod.diku.circulation.loan",
                "folio.diku.circulation.loan2",
                "folio.diku.circulationXloan"
            })
    void readsNoOtherTopics(String topic) {
        assertThat(topics.decoder(topic)).isEmpty();
    }

    @Test
    void takesTheEnvironmentToTheLetter() {
        FolioTopics other = new FolioTopics("lib.prod", secrets, CLOCK);
        assertThat(other.decoder("lib.prod.diku.circulation.loan")).isPresent();
        assertThat(other.decoder("libXprod.diku.circulation.loan")).isEmpty();
        assertThat(
                        other.decoder("lib.prod.diku.circulation.loan")
                                .orElseThrow()
                                .decode(
                                        record(
                                                "lib.prod.diku.circulation.loan",
                                                "{\"type\":\"ALL_DELETED\"}")))
                .isEqualTo(Events.of(new AllLoansForgotten(DIKU)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATED", "UPDATED"})
    void readsALoanThatWasMadeOrChanged(String type) {
        assertThat(decode(LOANS, ID, loanEvent(type, null, LOAN)))
                .isEqualTo(
                        Events.of(
                                new LoanMade(
                                        DIKU,
                                        diku.loan(ID),
                                        diku.patron(USER),
                                        new Borrowed.OfItem(ITEM),
                                        day("2017-01-05"))));
    }

    @Test
    void takesTheKeyWhereTheLoanHasNoId() {
        String loan = LOAN.replace("\"id\":\"" + ID + "\",", "");
        assertThat(decode(LOANS, ID, loanEvent("CREATED", null, loan)))
                .isEqualTo(decode(LOANS, ID, loanEvent("CREATED", null, LOAN)));
    }

    @Test
    void forgetsALoanThatWasMadeAnonymous() {
        Decoded forgotten = Events.of(new LoanForgotten(DIKU, diku.loan(ID)));
        assertThat(decode(LOANS, ID, loanEvent("UPDATED", LOAN, ANONYMOUS))).isEqualTo(forgotten);
        assertThat(decode(LOANS, ID, loanEvent("UPDATED", ANONYMOUS, ANONYMOUS)))
                .isEqualTo(forgotten);
    }

    @Test
    void ignoresALoanThatWasAnonymousFromTheStart() {
        assertThat(decode(LOANS, ID, loanEvent("CREATED", null, ANONYMOUS)))
                .isEqualTo(new Ignored(Cause.ANONYMOUS_LOAN));
    }

    @Test
    void skipsVirtualLoans() {
        String dcb = LOAN.replace("{\"id\"", "{\"isDcb\":true,\"id\"");
        assertThat(decode(LOANS, ID, loanEvent("CREATED", null, dcb)))
                .isEqualTo(new Ignored(Cause.VIRTUAL_LOAN));
    }

    @Test
    void forgetsALoanThatWasDeletedByItsIdOrKey() {
        Decoded forgotten = Events.of(new LoanForgotten(DIKU, diku.loan(ID)));
        assertThat(decode(LOANS, null, loanEvent("DELETED", LOAN, null))).isEqualTo(forgotten);
        assertThat(decode(LOANS, ID, "{\"type\":\"DELETED\",\"tenant\":\"diku\"}"))
                .isEqualTo(forgotten);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"data\":{}"})
    void forgetsAllLoans(String data) {
        String value =
                "{\"id\":\"%s\",\"type\":\"ALL_DELETED\",\"tenant\":\"diku\",\"timestamp\":1700000000000%s}"
                        .formatted(ID, data);
        assertThat(decode(LOANS, "00000000-0000-0000-0000-000000000000", value))
                .isEqualTo(Events.of(new AllLoansForgotten(DIKU)));
    }

    @Test
    void takesTheTenantFromTheHeaderThenThePayloadThenTheTopic() {
        assertThat(library(LOANS, "header", "payload")).isEqualTo("header");
        assertThat(library(LOANS, " ", "payload")).isEqualTo("payload");
        assertThat(library(LOANS, null, "payload")).isEqualTo("payload");
        assertThat(library("folio.uni-leiden.circulation.loan", null, null))
                .isEqualTo("uni-leiden");
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> library("folio.ALL.circulation.loan", null, null))
                .withMessageStartingWith("tenant is missing");
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> library(LOANS, "No Tenant", null))
                .withMessageStartingWith("header folio.tenantId is not a library's code");
    }

    @Test
    void readsWhichTitleAnItemIsACopyOf() {
        assertThat(
                        decode(
                                ITEMS,
                                INSTANCE,
                                "{\"eventId\":\"e\",\"eventTs\":1,\"type\":\"UPDATE\",\"tenant\":\"diku\",\"old\":{\"id\":\"%s\"},\"new\":{\"id\":\"%1$s\",\"holdingsRecordId\":\"h\",\"instanceId\":\"%2$s\",\"barcode\":\"1\"}}"
                                        .formatted(ITEM, INSTANCE)))
                .isEqualTo(Events.of(new ItemSeen(DIKU, ITEM, INSTANCE)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"status\":{\"name\":\"Available\",\"date\":\"2025-01-01\"}`, true",
                "`\"status\":{\"name\":\"Available\"},\"discoverySuppress\":true`, false",
                "`\"status\":{\"name\":\"Checked out\"}`, false",
                "`\"status\":{\"name\":\"Awaiting pickup\"}`, false",
                "`\"status\":{}`,",
            })
    void readsWhetherAnItemCanBeTakenHome(String status, @Nullable Boolean available) {
        assertThat(
                        decode(
                                ITEMS,
                                INSTANCE,
                                "{\"type\":\"UPDATE\",\"new\":{\"id\":\"i\",\"instanceId\":\"t\",%s}}"
                                        .formatted(status)))
                .isEqualTo(Events.of(new ItemSeen(DIKU, "i", "t", available)));
    }

    @Test
    void aDeletedItemIsACopyNoMore() {
        assertThat(decode(ITEMS, INSTANCE, "{\"type\":\"DELETE\",\"old\":{\"id\":\"i\"}}"))
                .isEqualTo(Events.of(new ItemGone(DIKU, "i")));
    }

    @Test
    void readsATitle() {
        String instance =
                """
                {"id":"%s","hrid":"in00000000001","matchKey":"max","source":"MARC","title":"Max Havelaar",
                 "contributors":[{"name":"Stuiveling, Garmt","primary":false},{"name":"Multatuli","primary":true},{"name":"Anon"}],
                 "identifiers":[{"identifierTypeId":"8261054f-be78-422d-bd51-4ed9f33c3422","value":"9789028424265 (geb.)"},
                                {"identifierTypeId":"8261054f-be78-422d-bd51-4ed9f33c3422","value":"geen"},
                                {"identifierTypeId":"913300b2-03ed-469a-8179-c1092c991227","value":"0028-0836"}],
                 "series":[{"value":"Salamander"}],"subjects":[{"value":"Colonialism"}],"languages":["dut","eng"],
                 "dates":{"dateTypeId":"x","date1":"1860","date2":"1880"},"instanceTypeId":"6312d172-f0cf-40f6-b27d-9fa8feaf332f",
                 "discoverySuppress":false,"staffSuppress":false,"deleted":false}"""
                        .formatted(INSTANCE);
        assertThat(decode(INSTANCES, INSTANCE, instanceEvent("CREATE", instance)))
                .isEqualTo(
                        new Events(
                                List.of(
                                        new TitleSeen(
                                                new TitleRecord(
                                                        DIKU,
                                                        INSTANCE,
                                                        "in00000000001",
                                                        null,
                                                        new Description(
                                                                "Max Havelaar",
                                                                List.of(
                                                                        "Multatuli",
                                                                        "Stuiveling, Garmt",
                                                                        "Anon"),
                                                                List.of(new Isbn("9789028424265")),
                                                                List.of("Colonialism"),
                                                                List.of("Salamander"),
                                                                "dut",
                                                                MediaType.BOOK,
                                                                Audience.UNKNOWN,
                                                                1860),
                                                        false))),
                                1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"discoverySuppress", "staffSuppress", "deleted"})
    void hidesATitleThatIsSuppressedOrDeleted(String flag) {
        String instance = "{\"id\":\"i\",\"title\":\"t\",\"%s\":true}".formatted(flag);
        Events events = (Events) decode(INSTANCES, "i", instanceEvent("UPDATE", instance));
        assertThat(((TitleSeen) events.events().get(0)).title().suppressed()).isTrue();
    }

    @Test
    void readsTheEndOfATitle() {
        assertThat(decode(INSTANCES, "k", "{\"type\":\"DELETE\",\"old\":{\"id\":\"i\"}}"))
                .isEqualTo(Events.of(new TitleGone(DIKU, "i")));
        assertThat(decode(INSTANCES, "k", "{\"type\":\"DELETE\"}"))
                .isEqualTo(Events.of(new TitleGone(DIKU, "k")));
    }

    @ParameterizedTest
    @CsvSource({"19uu", "1860-1870", "[1860]", "c1860"})
    void takesNoYearFromWhatIsNone(String date) {
        String instance =
                "{\"id\":\"i\",\"title\":\"t\",\"dates\":{\"date1\":\"%s\"}}".formatted(date);
        Events events = (Events) decode(INSTANCES, "i", instanceEvent("CREATE", instance));
        assertThat(((TitleSeen) events.events().get(0)).title().description().year()).isNull();
    }

    @Test
    void erasesAUserWhoIsDeletedAndReadsNothingElseOfUsers() {
        assertThat(
                        decode(
                                USERS,
                                USER,
                                "{\"id\":\"e\",\"type\":\"DELETED\",\"tenant\":\"diku\",\"data\":{\"old\":{\"id\":\"other\",\"personal\":{\"lastName\":\"X\"}}}}"))
                .isEqualTo(Events.of(new PatronGone(DIKU, diku.patron(USER))));
        assertThat(decode(USERS, USER, "{\"type\":\"CREATED\"}"))
                .isEqualTo(new Ignored(Cause.OTHER_TYPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                LOANS + "|{}|type is missing",
                LOANS + "|{'type':'CREATED'}|data.new is missing",
                LOANS + "|{'type':'CREATED','data':{'new':[]}}|data.new is an array",
                LOANS
                        + "|{'type':'CREATED','data':{'new':{'id':'1','userId':{}}}}|data.new.userId is an object",
                LOANS
                        + "|{'type':'CREATED','data':{'new':{'id':'1','userId':'u'}}}|data.new.itemId is missing",
                LOANS
                        + "|{'type':'CREATED','data':{'new':{'id':'1','userId':'u','itemId':'i'}}}|data.new.loanDate is missing",
                LOANS
                        + "|{'type':'CREATED','data':{'new':{'id':'1','userId':'u','itemId':'i','loanDate':'2031-01-01T00:00:00Z'}}}|data.new.loanDate is in the future",
                LOANS + "|{'type':'DELETED'}|key is missing",
                ITEMS + "|{'type':'CREATE'}|new is missing",
                ITEMS + "|{'type':'CREATE','new':{'id':'i'}}|new.instanceId is missing",
                INSTANCES + "|{'type':'CREATE','new':{'id':'i'}}|new.title is missing",
                INSTANCES
                        + "|{'type':'CREATE','new':{'id':'i','title':'t','contributors':[1]}}|new.contributors is a number",
                INSTANCES
                        + "|{'type':'CREATE','new':{'id':'i','title':'t','deleted':'no'}}|new.deleted is a text",
                USERS + "|{'type':'DELETED'}|key is missing"
            },
            quoteCharacter = '~')
    void namesTheFieldThatIsAtFault(String topic, String value, String problem) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> decode(topic, null, value.replace('\'', '"')))
                .withMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource({ITEMS + ",REINDEX", INSTANCES + ",DELETE_ALL", LOANS + ",REINDEX"})
    void ignoresOtherKindsOfEvent(String topic, String type) {
        assertThat(decode(topic, "k", "{\"type\":\"" + type + "\"}"))
                .isEqualTo(new Ignored(Cause.OTHER_TYPE));
    }

    private String library(String topic, String header, String payload) {
        String value =
                payload == null
                        ? "{\"type\":\"ALL_DELETED\"}"
                        : "{\"type\":\"ALL_DELETED\",\"tenant\":\"" + payload + "\"}";
        Events events =
                (Events)
                        topics.decoder(topic)
                                .orElseThrow()
                                .decode(new RawRecord(topic, null, bytes(value), header));
        Library library = events.events().get(0).library();
        return library.code();
    }

    private Decoded decode(String topic, String key, String value) {
        return topics.decoder(topic).orElseThrow().decode(record(topic, key, value));
    }

    private static String loanEvent(String type, String old, String now) {
        return "{\"id\":\"e1\",\"type\":\"%s\",\"tenant\":\"diku\",\"timestamp\":1700000000000,\"data\":{%s%s%s}}"
                .formatted(
                        type,
                        old == null ? "" : "\"old\":" + old,
                        old == null || now == null ? "" : ",",
                        now == null ? "" : "\"new\":" + now);
    }

    private static String instanceEvent(String type, String now) {
        return "{\"eventId\":\"e\",\"eventTs\":1700000000000,\"type\":\"%s\",\"tenant\":\"diku\",\"new\":%s}"
                .formatted(type, now);
    }
}
