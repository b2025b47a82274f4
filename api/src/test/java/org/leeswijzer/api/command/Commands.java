package org.leeswijzer.api.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command line, and what it said to the last command. */
public final class Commands {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Runs a command with further options behind it; returns its exit code. */
    public int run(List<String> options, String... command) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(options);
        CommandLine line = LeeswijzerCommand.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
