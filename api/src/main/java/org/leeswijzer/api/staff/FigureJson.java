package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import org.leeswijzer.engine.evaluate.Measure;

/**
 * A figure with its noise.
 *
 * @param low lower end of the 95% interval
 * @param high upper end of it
 */
@Serdeable
public record FigureJson(double value, double low, double high) {
    /** As an answer has it. */
    public static FigureJson of(Measure measure) {
        return new FigureJson(measure.value(), measure.low(), measure.high());
    }
}
