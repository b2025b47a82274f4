package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;

/** Applies what libraries tell of their titles to a batch; which work a record belongs to is {@link WorkKeeper}'s. */
final class CatalogueKeeper {
    private final Batch batch;
    private final Libraries libraries;
    private final StoredCatalogue catalogue;
    private final AliasCache aliases;
    private final WorkKeeper works;
    private final Changes changes;

    CatalogueKeeper(
            Batch batch,
            Libraries libraries,
            StoredCatalogue catalogue,
            AliasCache aliases,
            WorkKeeper works,
            Changes changes) {
        this.batch = batch;
        this.libraries = libraries;
        this.catalogue = catalogue;
        this.aliases = aliases;
        this.works = works;
        this.changes = changes;
    }

    /** Notes a record, new or changed. */
    void seen(int library, TitleRecord record) {
        int edition = editionOf(library, record.id());
        Title before = catalogue.edition(edition);
        Optional<TitleRecord> old =
                before.records().stream().filter(each -> each.compareTo(record) == 0).findFirst();
        if (old.isPresent() && old.get().equals(record)) {
            return;
        }
        Title after = replace(library, before, record);
        old.ifPresent(was -> dropAliases(library, after, was));
        for (byte[] alias : AliasLayout.of(library, record)) {
            name(alias, edition);
        }
        works.changed(before, after);
    }

    /** Hides a record from readers; its title keeps it, and past loans count on. */
    void gone(int library, String id) {
        OptionalInt number = find(AliasLayout.record(library, id));
        if (number.isPresent()) {
            Title before = catalogue.edition(number.getAsInt());
            before.records().stream()
                    .filter(record -> record.id().equals(id) && !record.suppressed())
                    .filter(record -> libraries.numberOrZero(record.library()) == library)
                    .findFirst()
                    .ifPresent(
                            record ->
                                    works.changed(
                                            before, replace(library, before, record.suppress())));
        }
    }

    /** The edition of a record that a loan names; a new one if nothing is known of it yet. */
    int editionOf(int library, String record) {
        byte[] alias = AliasLayout.record(library, record);
        return find(alias)
                .orElseGet(
                        () -> {
                            int number = catalogue.add(batch);
                            name(alias, number);
                            return number;
                        });
    }

    private Title replace(int library, Title before, TitleRecord record) {
        List<TitleRecord> records = new ArrayList<>(before.records());
        records.removeIf(other -> other.compareTo(record) == 0);
        records.add(record);
        Title after = new Title(before.number(), records);
        catalogue.replaceEdition(after);
        batch.put(
                Table.RECORDS,
                RecordLayout.key(after.number(), library, record.id()),
                RecordLayout.value(record));
        changes.catalogue = true;
        return after;
    }

    /** Lets go of the ids by which the edition was found through this record alone. */
    private void dropAliases(int library, Title edition, TitleRecord old) {
        List<byte[]> kept = new ArrayList<>();
        for (TitleRecord record : edition.records()) {
            kept.addAll(AliasLayout.of(libraries.numberOrZero(record.library()), record));
        }
        for (byte[] alias : AliasLayout.of(library, old)) {
            OptionalInt names = find(alias);
            if (names.isPresent()
                    && names.getAsInt() == edition.number()
                    && kept.stream().noneMatch(other -> Arrays.equals(other, alias))) {
                batch.delete(Table.ALIASES, alias);
                aliases.forget(alias);
            }
        }
    }

    private void name(byte[] alias, int edition) {
        batch.put(Table.ALIASES, alias, AliasLayout.value(edition));
        aliases.put(alias, edition);
    }

    private OptionalInt find(byte[] alias) {
        int known = aliases.edition(alias);
        if (known >= 0) {
            return OptionalInt.of(known);
        }
        byte @Nullable [] value = batch.get(Table.ALIASES, alias);
        if (value == null) {
            return OptionalInt.empty();
        }
        int edition = AliasLayout.edition(value);
        aliases.put(alias, edition);
        return OptionalInt.of(edition);
    }
}
