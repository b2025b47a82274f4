package org.leeswijzer.benchmarks.load;

/** What a front-end can ask. */
enum Kind {
    TITLE("title suggestions"),
    LIST("list suggestions"),
    LOOK_UP("title look-up"),
    SEARCH("search"),
    /** A route that answers the same bytes every time: what the machine, the network and the server take by themselves. */
    YARDSTICK("yardstick");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** As results name it. */
    String text() {
        return text;
    }
}
