package org.leeswijzer.api.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name a running service; without them a command works on the store of one that does not run. */
final class ServiceOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "A running service, such as http://localhost:8080; without it, the store of one that does not run.")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "A file that holds a token of that service: one that the command key made, or an access token of its issuer.")
    private @Nullable Path tokenFile;

    /** The service; empty if none is named. */
    Optional<ServiceClient> service() throws IOException {
        if (url == null) {
            if (tokenFile != null) {
                throw new IllegalArgumentException(
                        "token-file is '%s' without a service: give --url too"
                                .formatted(tokenFile));
            }
            return Optional.empty();
        }
        URI address = URI.create(url);
        if (address.getHost() == null || !String.valueOf(address.getScheme()).startsWith("http")) {
            throw new IllegalArgumentException(
                    "url is '%s': give http:// or https:// and a host".formatted(url));
        }
        if (tokenFile == null) {
            throw new IllegalArgumentException(
                    "token-file is missing: give a file that holds a token of that service");
        }
        return Optional.of(new ServiceClient(address, Files.readString(tokenFile).strip()));
    }
}
