package org.leeswijzer.api.access;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.api.service.Settings;

/** The keys of libraries' front-ends, by hash: header {@code X-Api-Key}. */
@Singleton
final class FrontEndKeys {
    static final String HEADER = "X-Api-Key";

    private final Map<SecretHash, FrontEnd> known = new HashMap<>();

    FrontEndKeys(Settings settings) {
        settings.access()
                .keys()
                .forEach((key, library) -> known.put(key, new FrontEnd(library, key)));
    }

    /** Whose key this is. */
    Optional<FrontEnd> find(String shown) {
        return Optional.ofNullable(known.get(SecretHash.of(shown.strip())));
    }
}
