package org.leeswijzer.ingest.marc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marc4j.marc.ControlField;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;
import org.marc4j.marc.Subfield;
import org.marc4j.marc.VariableField;

/**
 * A place in a MARC record: a control field such as {@code 001}, or a subfield such as {@code 999$c}.
 *
 * @param tag three digits
 * @param subfield its code; empty for a control field
 */
public record MarcField(String tag, String subfield) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{3})\\$?([a-z0-9]?)");

    /** The number that the catalogue itself gives a record. */
    public static final MarcField CONTROL_NUMBER = new MarcField("001", "");

    /** Where Koha has the numbers of the items of a record. */
    public static final MarcField KOHA_ITEMS = new MarcField("952", "9");

    /**
     * Reads {@code 001}, {@code 999c} or {@code 999$c}.
     *
     * @throws IllegalArgumentException if it is none of the kind
     */
    public static MarcField parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (written.matches() && written.group(1).startsWith("00") == written.group(2).isEmpty()) {
            return new MarcField(written.group(1), written.group(2));
        }
        throw new IllegalArgumentException(
                "field is '%s': give a control field such as 001 or a subfield such as 999c"
                        .formatted(text));
    }

    /** What stands there, in the order of the record, without space around it; nothing blank. */
    List<String> values(Record record) {
        return record.getVariableFields(tag).stream()
                .flatMap(field -> values(field).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The first of those. */
    Optional<String> first(Record record) {
        return values(record).stream().findFirst();
    }

    private List<String> values(VariableField field) {
        if (field instanceof ControlField control) {
            return subfield.isEmpty() && control.getData() != null
                    ? List.of(control.getData())
                    : List.of();
        }
        if (field instanceof DataField data && !subfield.isEmpty()) {
            return data.getSubfields(subfield.charAt(0)).stream()
                    .map(Subfield::getData)
                    .filter(text -> text != null)
                    .toList();
        }
        return List.of();
    }

    /** As cataloguers write it. */
    @Override
    public String toString() {
        return subfield.isEmpty() ? tag : tag + "$" + subfield;
    }
}
