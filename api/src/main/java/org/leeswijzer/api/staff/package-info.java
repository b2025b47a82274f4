/**
 * What staff do over HTTP with the model (retrain, compare, publish, roll back, take out, bring in), with the event log, with
 * works (merge, split, undo) and with the store.
 *
 * <p>Read {@link org.leeswijzer.api.staff.ModelsController} and {@link org.leeswijzer.api.staff.JobsController}, then
 * {@link org.leeswijzer.api.staff.ModelFileController}, {@code LogController} and {@code StoreController}. Who may call them
 * the package {@code access} knows. The records whose names end in {@code Json} are requests and answers, field by field.
 *
 * <p>Rules: nothing here is for everybody, and nothing may be kept by whoever stands in between; what takes long
 * is a job; a refusal says what can be done instead.
 */
@NullMarked
package org.leeswijzer.api.staff;

import org.jspecify.annotations.NullMarked;
