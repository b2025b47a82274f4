package org.leeswijzer.api;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Leeswijzer {

    private Leeswijzer() {}

    public static void main(String[] args) {
        Micronaut.run(Leeswijzer.class, args);
    }
}
