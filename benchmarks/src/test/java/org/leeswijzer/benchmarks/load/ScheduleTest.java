package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Property(tries = 300)
    void holdsExactlyAsManyAsAskedForAllBeforeTheEnd(
            @ForAll @IntRange(min = 1, max = 500) int perSecond,
            @ForAll @IntRange(min = 1, max = 5) int seconds,
            @ForAll long seed) {
        Duration duration = Duration.ofSeconds(seconds);
        Schedule schedule = Schedule.of(perSecond, duration, seed);
        assertThat(schedule.size()).isEqualTo(perSecond * seconds);
        assertThat(due(schedule)).isSorted();
        assertThat(schedule.due(0)).isNotNegative();
        assertThat(schedule.due(schedule.size() - 1)).isLessThan(duration.toNanos());
        assertThat(due(Schedule.of(perSecond, duration, seed))).isEqualTo(due(schedule));
    }

    @Test
    void gapsAreAsIrregularAsThoseOfReadersWhoDoNotKnowOfOneAnother() {
        Schedule schedule = Schedule.of(1_000, Duration.ofSeconds(10), 1);
        long shortGaps =
                LongStream.range(1, schedule.size())
                        .filter(i -> schedule.due((int) i) - schedule.due((int) i - 1) < 1_000_000)
                        .count();
        // Of exponential gaps, 1 - 1/e are below the mean.
        assertThat((double) shortGaps / schedule.size()).isCloseTo(0.632, within(0.02));
    }

    private static long[] due(Schedule schedule) {
        return LongStream.range(0, schedule.size()).map(i -> schedule.due((int) i)).toArray();
    }
}
