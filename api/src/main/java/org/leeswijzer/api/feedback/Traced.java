package org.leeswijzer.api.feedback;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;

/**
 * What a suggestion was of.
 *
 * @param library whose readers it was for; null for those of any
 * @param title that was suggested
 * @param seed that it was suggested for; null if for none
 * @param basis what spoke for it, as answers name it
 */
public record Traced(
        @Nullable Library library, RecordId title, @Nullable RecordId seed, String basis) {}
