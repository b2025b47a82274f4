/**
 * The command line: {@code demo}, {@code serve}, {@code import}, {@code retrain}, {@code models},
 * {@code backup}, {@code restore}, {@code evaluate}, {@code suggest} and more.
 *
 * <p>Read {@link org.leeswijzer.api.command.LeeswijzerCommand}, which holds them together and turns what they throw into one
 * line and an exit code. {@code SettingsOptions} are the options that all share; {@code ProgressLine} tells how far a long
 * task is.
 *
 * <p>Rules: results go to the standard output, and everything else to the standard error; an error names the value, the
 * field and the remedy; the exit code is 0 for done, 1 for failed, 2 for a wrong command line and 3 for what was done in part: an
 * import that left bad lines, a retrain whose version is withheld.
 */
@NullMarked
package org.leeswijzer.api.command;

import org.jspecify.annotations.NullMarked;
