package org.leeswijzer.benchmarks.load;

import java.net.http.HttpRequest;

/** A request with its kind. */
record Asked(Kind kind, HttpRequest request) {}
