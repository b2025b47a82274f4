package org.leeswijzer.api;

import org.leeswijzer.api.command.LeeswijzerCommand;

/** Runs the command that the arguments name; its exit code is the process's. */
public final class Leeswijzer {

    private Leeswijzer() {}

    public static void main(String[] arguments) {
        System.exit(LeeswijzerCommand.run(arguments));
    }
}
