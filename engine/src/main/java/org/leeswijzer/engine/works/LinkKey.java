package org.leeswijzer.engine.works;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.catalogue.WorkKey;

/**
 * Something that records of one work may have in common. No form of a work shares one with another form.
 *
 * @param form as {@link MediaType#form()} gives it
 */
public record LinkKey(Kind kind, MediaType form, String name) {
    /** What it is. */
    public enum Kind {
        /** The source's own id of the work. */
        WORK,
        ISBN,
        /** Main author and title. */
        NAME
    }

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    public static LinkKey work(MediaType form, String id) {
        return new LinkKey(Kind.WORK, form, id);
    }

    public static LinkKey isbn(MediaType form, Isbn isbn) {
        return new LinkKey(Kind.ISBN, form, isbn.digits());
    }

    /** All that a record may have in common with others. */
    public static List<LinkKey> of(TitleRecord record) {
        MediaType form = record.description().mediaType().form();
        List<LinkKey> keys = new ArrayList<>(3);
        if (record.workId() != null) {
            keys.add(work(form, record.workId()));
        }
        record.description().isbns().forEach(isbn -> keys.add(isbn(form, isbn)));
        WorkKey.of(record.description())
                .map(key -> new LinkKey(Kind.NAME, form, key.author() + '\n' + key.title()))
                .ifPresent(keys::add);
        return keys;
    }

    /*
     * Fowler, Noll and Vo's hash of 64 bits over the characters, mixed once more. Of ten million keys two have the same with
     * a chance of a few in a million.
     */
    /** A number that stands for the key. */
    long hash() {
        long hash = hash(BASIS, kind.name());
        hash = hash(hash, form.name());
        hash = hash(hash, name);
        return HashCommon.murmurHash3(hash);
    }

    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
