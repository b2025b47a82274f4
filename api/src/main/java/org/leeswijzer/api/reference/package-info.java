/**
 * The API's documentation, for programs and for people.
 *
 * <p>Read {@code Document} first: OpenAPI 3, made of the controllers' javadoc and annotations while they are compiled, into which
 * {@code Rules} writes what the table of routes says of everybody and {@code Examples} what was asked and answered. {@code
 * DocumentController} serves it; {@code Binder} makes a {@link org.leeswijzer.api.reference.Book} of it, and {@code
 * ReferenceController} a page of that. The templates are in {@code src/main/jte-reference}.
 *
 * <p>Rules: what a method or a field does is said once, in its javadoc. Every operation has an example, and every example is asked
 * of a running service by a test, which holds the answer against the one that is shown and against the schema.
 */
@NullMarked
package org.leeswijzer.api.reference;

import org.jspecify.annotations.NullMarked;
