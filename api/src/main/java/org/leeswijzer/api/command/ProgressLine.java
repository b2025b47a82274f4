package org.leeswijzer.api.command;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.Progress;
import picocli.CommandLine.Help.Ansi;

/**
 * How far a long task is: a bar on a terminal, and elsewhere one line for every stage and tenth of it. On the standard
 * error, so that results can be piped.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int TENTHS = 10;
    private static final int REFRESH_MILLIS = 200;

    private final PrintStream out;
    private final boolean isTerminal;
    private String stage = "";
    private long tenth;
    private @Nullable ProgressBar bar;

    ProgressLine(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** On the standard error. */
    static ProgressLine onStandardError() {
        return new ProgressLine(System.err, Ansi.AUTO.enabled());
    }

    @Override
    public synchronized void at(String now, long done, long total) {
        if (!now.equals(stage) || (done * TENTHS < tenth * total)) {
            close();
            stage = now;
            tenth = 0;
            if (isTerminal) {
                bar = bar(now, total);
            } else if (total == 0) {
                out.println(now);
            }
        }
        if (bar != null) {
            bar.maxHint(total == 0 ? -1 : total).stepTo(done);
        } else if (total > 0 && done * TENTHS / total > tenth) {
            tenth = done * TENTHS / total;
            out.println("%s: %d of %d".formatted(now, done, total));
        }
    }

    private ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total == 0 ? -1 : total)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }

    /** Ends the line at hand. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
