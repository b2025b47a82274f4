package org.leeswijzer.api.console;

/**
 * What is told once, on the page after a form.
 *
 * @param isGood whether it went well
 */
public record Notice(Said said, boolean isGood) {

    static Notice good(String text) {
        return new Notice(Said.asIs(text), true);
    }

    static Notice bad(Said said) {
        return new Notice(said, false);
    }
}
