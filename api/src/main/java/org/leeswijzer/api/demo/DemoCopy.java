package org.leeswijzer.api.demo;

import io.micronaut.serde.annotation.Serdeable;

/** One line of the neutral format: a copy of a title, and whether it can be taken home. */
@Serdeable
record DemoCopy(String library, String item, String title, boolean available) {}
