package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import org.leeswijzer.engine.backup.Manifest;

/**
 * A backup that was made.
 *
 * @param folder where it is, on the machine of the service
 * @param made when, ISO 8601
 * @param files so many
 * @param loans fingerprint of the loans in it
 * @param neighbours fingerprint of the neighbours that serve
 */
@Serdeable
public record BackupJson(String folder, String made, int files, String loans, String neighbours) {

    /** As it is told outside. */
    public static BackupJson of(String folder, Manifest manifest) {
        return new BackupJson(
                folder,
                manifest.made().toString(),
                manifest.files().size(),
                manifest.fingerprint().loans(),
                manifest.fingerprint().neighbours());
    }
}
