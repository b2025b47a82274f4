package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;

/** One sentence for readers, in Dutch and in English. */
@Serdeable
public record TextJson(String nl, String en) {}
