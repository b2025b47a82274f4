package org.leeswijzer.api.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import org.leeswijzer.engine.works.Languages;

/**
 * Which records are one work, below {@code leeswijzer.works}.
 *
 * @param languages {@code apart} if a translation is another work, {@code together} if it is the same
 */
@Context
@ConfigurationProperties("leeswijzer.works")
public record WorkSettings(@Bindable(defaultValue = "apart") Languages languages) {}
