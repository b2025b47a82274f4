package org.leeswijzer.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that behaves as the demo can, without a broker and a server. */
final class FakeDemo {
    private FakeDemo() {}

    static List<String> command(String behaviour) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toString(),
                FakeDemo.class.getName(),
                behaviour);
    }

    /**
     * Behaves as told.
     *
     * @param arguments {@code ready}, {@code silent}, {@code failing} or {@code parent}
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println("Broker at 127.0.0.1:9092, metrics at http://127.0.0.1:1/prometheus");
        System.out.print("loans 10%\rloans 100%\r");
        switch (arguments[0]) {
            case "failing" -> {
                System.err.println("no space left");
                return;
            }
            case "parent" -> {
                new ProcessBuilder(command("silent")).redirectOutput(new File("/dev/null")).start();
                tellAddress();
            }
            case "ready" -> tellAddress();
            default -> System.out.println("thinking");
        }
        System.out.flush();
        // Until it is ended: nobody writes to it.
        int unused = System.in.read();
    }

    private static void tellAddress() {
        System.out.println("Open http://127.0.0.1:4711/ in a browser");
        for (int i = 0; i < 2_000; i++) {
            System.out.println("more than a pipe holds, which stops whoever is not read " + i);
        }
        System.out.println("all said");
    }
}
