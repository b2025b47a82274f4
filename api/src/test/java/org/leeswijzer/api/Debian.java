package org.leeswijzer.api;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that tests run, from Debian's packages. They are looked for on the path; a machine whose packages we may install
 * gets them. Where there is none the test is skipped, and says so.
 */
public final class Debian {
    private static final String INSTALL =
            "apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends ";
    private static final int INSTALL_MINUTES = 10;

    private Debian() {}

    /**
     * Finds a program, or ends the test as skipped.
     *
     * @param ofPackage the package that has it
     * @param names what it may be called, the likeliest first
     * @param otherwise what else would help, for who reads why the test was skipped
     */
    public static Path program(String ofPackage, List<String> names, String otherwise)
            throws IOException, InterruptedException {
        Optional<Path> program = onPath(names);
        if (program.isEmpty() && mayInstall()) {
            install(ofPackage);
            program = onPath(names);
        }
        Assumptions.assumeTrue(
                program.isPresent(),
                "no %s on the path, and none could be installed: \"apt-get install %s\"%s"
                        .formatted(names.get(0), ofPackage, otherwise));
        return program.orElseThrow();
    }

    private static Optional<Path> onPath(List<String> names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean mayInstall() {
        return System.getProperty("user.name").equals("root")
                && onPath(List.of("apt-get")).isPresent();
    }

    private static void install(String name) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", INSTALL + name);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .forEach(ProcessHandle::destroy);
        }
    }
}
