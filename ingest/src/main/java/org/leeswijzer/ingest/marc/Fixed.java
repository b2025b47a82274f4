package org.leeswijzer.ingest.marc;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.MediaType;
import org.marc4j.marc.Record;

/** What a record says by position: leader, 007 and 008, and where those are silent the fields that say the same in words. */
final class Fixed {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern YEAR_IN_WORDS =
            Pattern.compile("(?<!\\d)(1\\d{3}|20\\d{2})(?!\\d)");

    /** Of no language, of several, and not told. */
    private static final List<String> NO_LANGUAGE = List.of("zxx", "mul", "und", "xxx");

    private static final MarcField CODED = new MarcField("008", "");
    private static final MarcField PHYSICAL = new MarcField("007", "");
    private static final MarcField LANGUAGES = new MarcField("041", "a");
    private static final MarcField PUBLISHED = new MarcField("264", "c");
    private static final MarcField PUBLISHED_BEFORE_RDA = new MarcField("260", "c");
    private static final MarcField CONTENT = new MarcField("336", "b");
    private static final MarcField CARRIER = new MarcField("338", "b");

    private final Record record;
    private final char type;
    private final char level;
    private final String coded;
    private final String physical;

    Fixed(Record record) {
        this.record = record;
        type = record.getLeader().getTypeOfRecord();
        level = record.getLeader().getImplDefined1()[0];
        coded = raw(CODED);
        physical = raw(PHYSICAL);
    }

    /* Not stripped: the place in it is what counts. */
    private String raw(MarcField field) {
        return record.getControlFields().stream()
                .filter(control -> control.getTag().equals(field.tag()))
                .map(control -> control.getData())
                .filter(data -> data != null)
                .findFirst()
                .orElse("");
    }

    boolean isDeleted() {
        return record.getLeader().getRecordStatus() == 'd';
    }

    /** Code of ISO 639-2/B; empty if not told. */
    String language() {
        String code = coded.length() >= 38 ? coded.substring(35, 38) : "";
        return Stream.concat(
                        Stream.of(code),
                        LANGUAGES.values(record).stream()
                                .map(text -> text.substring(0, Math.min(3, text.length()))))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> LANGUAGE.matcher(text).matches() && !NO_LANGUAGE.contains(text))
                .findFirst()
                .orElse("");
    }

    @Nullable Integer year() {
        String date = coded.length() >= 11 ? coded.substring(7, 11) : "";
        if (YEAR.matcher(date).matches() && !date.equals("9999")) {
            return Integer.valueOf(date);
        }
        return Stream.of(PUBLISHED, PUBLISHED_BEFORE_RDA)
                .flatMap(field -> field.values(record).stream())
                .map(YEAR_IN_WORDS::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElse(null);
    }

    MediaType mediaType() {
        return switch (type) {
            case 'a', 't' -> text();
            case 'g' -> MediaType.FILM;
            case 'i' -> MediaType.AUDIOBOOK;
            case 'j' -> MediaType.MUSIC;
            case 'm' -> computerFile();
            case 'r', 'k' -> coded(33) == 'g' ? MediaType.GAME : MediaType.OTHER;
            case 'c', 'd', 'e', 'f', 'o', 'p' -> MediaType.OTHER;
            default -> byContent();
        };
    }

    private MediaType text() {
        if (level == 's' || level == 'b' || level == 'i') {
            return MediaType.PERIODICAL;
        }
        return isElectronic() ? MediaType.EBOOK : MediaType.BOOK;
    }

    /* Form of item: online, direct or otherwise electronic; an electronic resource that is remote; an online carrier. */
    private boolean isElectronic() {
        return "osq".indexOf(coded(23)) >= 0
                || physical.startsWith("cr")
                || CARRIER.values(record).contains("cr");
    }

    private MediaType computerFile() {
        return switch (coded(26)) {
            case 'g' -> MediaType.GAME;
            case 'd' -> MediaType.EBOOK;
            case 'h' -> MediaType.AUDIOBOOK;
            default -> byContent() == MediaType.BOOK ? MediaType.OTHER : byContent();
        };
    }

    /* Of those who leave the leader blank, or say no more by it than that a computer is needed. */
    private MediaType byContent() {
        if (physical.startsWith("v") || physical.startsWith("m")) {
            return MediaType.FILM;
        }
        List<String> content = CONTENT.values(record);
        if (content.contains("tdi")) {
            return MediaType.FILM;
        }
        if (content.contains("spw")) {
            return MediaType.AUDIOBOOK;
        }
        return content.contains("prm") ? MediaType.MUSIC : MediaType.BOOK;
    }

    Audience audience() {
        boolean isTold = "acdgijkmort".indexOf(type) >= 0 && text() != MediaType.PERIODICAL;
        return switch (isTold ? coded(22) : ' ') {
            case 'a', 'b', 'c', 'j' -> Audience.CHILDREN;
            case 'd' -> Audience.YOUNG_ADULT;
            case 'e', 'f' -> Audience.ADULT;
            default -> Audience.UNKNOWN;
        };
    }

    private char coded(int place) {
        return place < coded.length() ? coded.charAt(place) : ' ';
    }
}
