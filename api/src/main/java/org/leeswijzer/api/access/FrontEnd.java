package org.leeswijzer.api.access;

import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.engine.loan.Library;

/** A front-end that has shown its key. */
record FrontEnd(Library library, SecretHash key) {}
