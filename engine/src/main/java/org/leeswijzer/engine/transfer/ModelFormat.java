package org.leeswijzer.engine.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.leeswijzer.engine.model.ModelRefusal;

/**
 * The bytes of a model file, big-endian. A string is its length in two bytes and UTF-8. What a row names comes before it.
 *
 * <pre>
 *  0              8        10        14       18
 *  +--------------+--------+---------+--------+-----------------------+
 *  | LWMODEL  \n  | format | version | length | what is known of it   |  as {@link org.leeswijzer.engine.rocksdb.ModelLayout}
 *  +--------------+--------+---------+--------+-----------------------+
 *
 *  +---+---------+--------+
 *  | L | scope 2 | string |                                     a library's code; scope 0 is the consortium
 *  +---+---------+--------+----+
 *  | T | title 4 | ids 2       |  +---------+--------+         a title, by all its records
 *  +---+---------+-------------+  | scope 2 | string |  ...
 *  +---+---------+---------+--------------+
 *  | R | scope 2 | title 4 | neighbours 1 |  +---------+---------+--------+-----------+
 *  +---+---------+---------+--------------+  | title 4 | score 4 | both 4 | overlap 4 |  ...  best first
 *  +---+---------+                           +---------+---------+--------+-----------+
 *  | E | rows  8 |                                             the end
 *  +---+---------+
 *  | SHA-256  32 |                                             of all before
 *  +-------------+
 * </pre>
 */
final class ModelFormat {
    static final byte[] MAGIC = "LWMODEL\n".getBytes(StandardCharsets.US_ASCII);

    /** The one that is written and read; 1 had no overlaps. */
    static final int FORMAT = 2;

    static final int LIBRARY = 'L';
    static final int TITLE = 'T';
    static final int ROW = 'R';
    static final int END = 'E';

    /** Bytes of a neighbour. */
    static final int NEIGHBOUR = 16;

    private ModelFormat() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static ModelRefusal bad(String what) {
        return new ModelRefusal(ModelRefusal.Why.BAD_FILE, "the file " + what);
    }
}
