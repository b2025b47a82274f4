package org.leeswijzer.engine.privacy;

import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.NewKeys;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store under its libraries' newest secrets, and gives a library a new one. For whoever has opened the store and does
 * nothing else with it meanwhile; where it throws, the store is to be closed.
 */
public final class SecretRotation {
    private static final Logger LOG = LoggerFactory.getLogger(SecretRotation.class);

    private final LoanStore store;
    private final Secrets secrets;

    /** Of this store, whose pseudonyms are made with these secrets. */
    public SecretRotation(LoanStore store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** Has the secrets keep to what the store is under: for a store that is only read. */
    public void followStore() {
        store.rotations().forEach(secrets::keepTo);
    }

    /**
     * Brings the store under secrets that came since it was last open.
     *
     * @throws IllegalStateException if a secret that the store is under is not there
     * @throws org.leeswijzer.engine.loan.StoreException if the store cannot be written
     */
    public void catchUp() {
        store.rotations().forEach(this::catchUp);
    }

    private void catchUp(Library library, int rotation) {
        int newest = secrets.rotation(library);
        if (newest < rotation) {
            throw new IllegalStateException(
                    "the store is under secret %s, which is not there: copy it from the machine where the secret was rotated, or restore it from where it is kept"
                            .formatted(SecretFiles.name(library, rotation)));
        }
        if (newest > rotation) {
            LOG.info("bringing the store under secret {}", SecretFiles.name(library, newest));
            NewKeys keys = secrets.pseudonymiser(library).since(rotation);
            store.rekey(library, newest, keys, () -> {});
        }
    }

    /**
     * Gives the library a new secret and brings the store under it: all or nothing, but that a secret which is there already
     * when this process ends is taken by whoever opens the store next.
     *
     * @return how often it was rotated now
     * @throws IllegalArgumentException if no patron of the library was ever heard here
     * @throws org.leeswijzer.engine.loan.StoreException if the store cannot be written
     */
    public int rotate(Library library) {
        if (!secrets.has(library)) {
            throw new IllegalArgumentException(
                    "library is '%s', of which no patron was ever heard here: give one that sends loans"
                            .formatted(library));
        }
        int rotation = secrets.rotation(library);
        byte[] next = secrets.draw();
        NewKeys keys = secrets.with(library, next).since(rotation);
        store.rekey(library, rotation + 1, keys, () -> secrets.add(library, next));
        return rotation + 1;
    }
}
