package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void waitsForTheAddressAndForNoOther() throws Exception {
        try (ServiceProcess demo = ServiceProcess.start(FakeDemo.command("ready"), PATIENCE)) {
            assertThat(demo.server()).hasToString("http://127.0.0.1:4711/");
            assertThat(demo.isAlive()).isTrue();
        }
    }

    @Test
    void whatItStartedEndsWithIt() throws Exception {
        List<ProcessHandle> started;
        try (ServiceProcess demo = ServiceProcess.start(FakeDemo.command("parent"), PATIENCE)) {
            assertThat(demo.isAlive()).isTrue();
            started = ProcessHandle.current().descendants().toList();
        }
        assertThat(started).hasSizeGreaterThanOrEqualTo(2);
        for (ProcessHandle each : started) {
            each.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void saysWhatItSaidLastIfItEndsTooEarly() {
        assertThatIOException()
                .isThrownBy(() -> ServiceProcess.start(FakeDemo.command("failing"), PATIENCE))
                .withMessageContaining("ended before")
                .withMessageContaining("no space left");
    }

    @Test
    void doesNotWaitForEverAndLeavesNothingRunning() {
        assertThatIOException()
                .isThrownBy(
                        () ->
                                ServiceProcess.start(
                                        FakeDemo.command("silent"), Duration.ofSeconds(1)))
                .withMessageContaining("in time");
    }
}
