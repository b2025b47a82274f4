package org.leeswijzer.api.command;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;

/** An answer as a running service gives it. */
final class JsonText {
    private JsonText() {}

    static String of(Object answer) throws IOException {
        return ObjectMapper.getDefault().writeValueAsString(answer);
    }
}
