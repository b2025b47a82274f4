package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;

/** Applies what libraries tell of their titles to a batch. */
final class CatalogueKeeper {
    private final Batch batch;
    private final Libraries libraries;
    private final StoredCatalogue catalogue;
    private final Changes changes;

    CatalogueKeeper(Batch batch, Libraries libraries, StoredCatalogue catalogue, Changes changes) {
        this.batch = batch;
        this.libraries = libraries;
        this.catalogue = catalogue;
        this.changes = changes;
    }

    /*
     * On first sight a record joins the title that its work id, or else one of its ISBNs, already names; later it stays
     * where it is, so that numbers never move under the loans.
     */

    /** Notes a record, new or changed. */
    void seen(int library, TitleRecord record) {
        int number = find(AliasLayout.record(library, record.id())).orElseGet(() -> join(record));
        Optional<TitleRecord> before = record(number, record);
        if (before.isPresent() && before.get().equals(record)) {
            return;
        }
        replace(library, number, record);
        before.ifPresent(old -> dropAliases(library, number, old));
        for (byte[] alias : AliasLayout.of(library, record)) {
            // Who named a work or an ISBN first keeps it; a record's own ids are its own.
            if (alias[0] == 'r' || find(alias).isEmpty()) {
                batch.put(Table.ALIASES, alias, AliasLayout.value(number));
            }
        }
    }

    /** Hides a record from readers; its title keeps it, and past loans count on. */
    void gone(int library, String id) {
        OptionalInt number = find(AliasLayout.record(library, id));
        if (number.isPresent()) {
            catalogue.title(number.getAsInt()).records().stream()
                    .filter(record -> record.id().equals(id) && !record.suppressed())
                    .filter(record -> libraries.numberOrZero(record.library()) == library)
                    .findFirst()
                    .ifPresent(record -> replace(library, number.getAsInt(), record.suppress()));
        }
    }

    /** The title of a record that a loan names; a new one if nothing is known of it yet. */
    int titleOf(int library, String record) {
        byte[] alias = AliasLayout.record(library, record);
        return find(alias)
                .orElseGet(
                        () -> {
                            int number = catalogue.add(batch);
                            batch.put(Table.ALIASES, alias, AliasLayout.value(number));
                            return number;
                        });
    }

    private int join(TitleRecord record) {
        return AliasLayout.shared(record).stream()
                .map(this::find)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElseGet(() -> OptionalInt.of(catalogue.add(batch)))
                .getAsInt();
    }

    private Optional<TitleRecord> record(int number, TitleRecord like) {
        return catalogue.title(number).records().stream()
                .filter(record -> record.compareTo(like) == 0)
                .findFirst();
    }

    private void replace(int library, int number, TitleRecord record) {
        List<TitleRecord> records = new ArrayList<>(catalogue.title(number).records());
        records.removeIf(other -> other.compareTo(record) == 0);
        records.add(record);
        catalogue.replace(new Title(number, records));
        batch.put(
                Table.RECORDS,
                RecordLayout.key(number, library, record.id()),
                RecordLayout.value(record));
        changes.catalogue = true;
    }

    /** Lets go of the ids by which the title was found through this record alone. */
    private void dropAliases(int library, int number, TitleRecord old) {
        List<byte[]> kept = new ArrayList<>();
        for (TitleRecord record : catalogue.title(number).records()) {
            kept.addAll(AliasLayout.of(libraries.numberOrZero(record.library()), record));
        }
        for (byte[] alias : AliasLayout.of(library, old)) {
            OptionalInt names = find(alias);
            if (names.isPresent()
                    && names.getAsInt() == number
                    && kept.stream().noneMatch(other -> Arrays.equals(other, alias))) {
                batch.delete(Table.ALIASES, alias);
            }
        }
    }

    private OptionalInt find(byte[] alias) {
        byte @Nullable [] value = batch.get(Table.ALIASES, alias);
        return value == null ? OptionalInt.empty() : OptionalInt.of(AliasLayout.title(value));
    }
}
