package org.leeswijzer.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipeTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    @Test
    void whatIsWrittenIsReadByWhateverThread() throws Exception {
        byte[] all = new byte[1_000_000];
        new Random(20).nextBytes(all);
        Future<?> writing = executor.submit(() -> write(all));
        InputStream in = pipe.reader();
        byte[] read = new byte[all.length];
        read[0] = (byte) in.read();
        int[] at = {1};
        while (at[0] < all.length) {
            Thread each =
                    new Thread(
                            () -> {
                                try {
                                    at[0] += in.read(read, at[0], read.length - at[0]);
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            each.start();
            each.join();
        }
        assertThat(read).isEqualTo(all);
        assertThat(in.read()).isNegative();
        assertThat(in.read()).isNegative();
        writing.get();
    }

    private Object write(byte[] all) throws IOException {
        pipe.write(
                out -> {
                    out.write(all[0]);
                    for (int at = 1; at < all.length; at += 7919) {
                        out.write(all, at, Math.min(7919, all.length - at));
                    }
                });
        return all;
    }

    @Test
    void aWriterThatFailsEndsTheReaderWithAnError() throws Exception {
        Future<?> writing =
                executor.submit(
                        () -> {
                            pipe.write(
                                    out -> {
                                        out.write(1);
                                        throw new IllegalStateException("no");
                                    });
                            return 0;
                        });
        InputStream in = pipe.reader();
        assertThat(in.read()).isEqualTo(1);
        assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        assertThatThrownBy(writing::get).hasRootCauseMessage("no");
    }

    @Test
    void aReaderThatGoesEndsTheWriter() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> writing =
                executor.submit(
                        () -> {
                            pipe.write(
                                    out -> {
                                        while (true) {
                                            out.write(new byte[100]);
                                            begun.countDown();
                                        }
                                    });
                            return 0;
                        });
        begun.await();
        pipe.reader().close();
        assertThatThrownBy(writing::get).hasRootCauseMessage("nobody reads on");
    }
}
