package org.leeswijzer.ingest.broker;

/** The broker did not come up; the message says why, as far as its log tells. */
public final class BrokerException extends RuntimeException {
    BrokerException(String message) {
        super(message);
    }
}
