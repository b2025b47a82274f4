package org.leeswijzer.engine.transfer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.rocksdb.ModelLayout;

/** Reads the parts of a model file, and refuses what cannot be one. For one thread. */
final class ModelInput {
    /** Far more than is ever known of a version. */
    private static final int LONGEST_HEAD = 1 << 20;

    private final MessageDigest digest = ModelFormat.sha256();
    private final DigestInputStream digested;
    private final DataInputStream bytes;

    ModelInput(InputStream in) {
        digested = new DigestInputStream(new BufferedInputStream(in, 1 << 16), digest);
        bytes = new DataInputStream(digested);
    }

    /** The beginning of the file. */
    ModelVersion head() throws IOException {
        if (!Arrays.equals(take(ModelFormat.MAGIC.length).array(), ModelFormat.MAGIC)) {
            throw ModelFormat.bad("is no model: give one that was exported");
        }
        int format = u16();
        if (format < ModelFormat.FORMAT) {
            throw ModelFormat.bad(
                    "has format %d, made by an older Leeswijzer; this one reads %d: retrain with this one, and export that"
                            .formatted(format, ModelFormat.FORMAT));
        }
        if (format > ModelFormat.FORMAT) {
            throw ModelFormat.bad(
                    "has format %d, made by a newer Leeswijzer; this one reads up to %d: run the newer one"
                            .formatted(format, ModelFormat.FORMAT));
        }
        ByteBuffer sizes = take(8);
        int number = sizes.getInt();
        int length = sizes.getInt();
        if (length < 0 || length > LONGEST_HEAD) {
            throw damaged();
        }
        byte[] known = take(length).array();
        try {
            return ModelLayout.version(number, known);
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
            throw damaged();
        }
    }

    int u8() throws IOException {
        return Byte.toUnsignedInt(take(1).get());
    }

    int u16() throws IOException {
        return Short.toUnsignedInt(take(2).getShort());
    }

    int i32() throws IOException {
        return take(4).getInt();
    }

    long i64() throws IOException {
        return take(8).getLong();
    }

    String string() throws IOException {
        return StandardCharsets.UTF_8.decode(take(u16())).toString();
    }

    /** So many bytes. */
    ByteBuffer take(int count) throws IOException {
        byte[] taken = new byte[count];
        try {
            bytes.readFully(taken);
        } catch (EOFException e) {
            throw ModelFormat.bad("ends too early: it was not copied whole");
        }
        return ByteBuffer.wrap(taken);
    }

    /** Reads the checksum, which must be that of all before, and must be the last. */
    void end() throws IOException {
        digested.on(false);
        byte[] computed = digest.digest();
        if (!MessageDigest.isEqual(computed, take(computed.length).array()) || bytes.read() >= 0) {
            throw damaged();
        }
    }

    static ModelRefusal damaged() {
        return ModelFormat.bad("is damaged: its checksum is not that of what it holds");
    }
}
