/** The one runnable: HTTP, pages, widget and command line over the engine. */
@NullMarked
package org.leeswijzer.api;

import org.jspecify.annotations.NullMarked;
