package org.leeswijzer.ingest.loanset;

/** What a file holds; the text is its name in messages. */
enum FileKind {
    LOANS("loans"),
    TITLES("titles");

    private final String text;

    FileKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
