package org.leeswijzer.benchmarks.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to turn one patron number into a pseudonym, which every loan that comes in has to wait for.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar Pseudonyms}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class Pseudonyms {
    private static final int NUMBERS = 1 << 12;

    private final String[] numbers =
            IntStream.range(0, NUMBERS).mapToObj(number -> "p" + number).toArray(String[]::new);
    private final Pseudonymiser pseudonymiser = new Pseudonymiser(secret());
    private int next;

    private static byte[] secret() {
        byte[] secret = new byte[32];
        new SplittableRandom(1).nextBytes(secret);
        return secret;
    }

    @Benchmark
    public PatronKey pseudonymise() {
        return pseudonymiser.patron(numbers[next++ & NUMBERS - 1]);
    }
}
