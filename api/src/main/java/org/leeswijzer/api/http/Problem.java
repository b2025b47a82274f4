package org.leeswijzer.api.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:leeswijzer:problem:} and the kind, for programs
 * @param title the kind, for people
 * @param status of HTTP
 * @param detail the value, the field and the remedy, for whoever wrote the request
 * @param field of the request that is at fault, if it is one
 * @param text the kind in a sentence for readers, in Dutch and English
 */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        TextJson text) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String URN = "urn:leeswijzer:problem:";
    private static final TextJson OURS =
            new TextJson(
                    "Er is aan onze kant iets mis. Probeer het over een minuut nog eens.",
                    "Something is wrong on our side. Try again in a minute.");

    /** The kinds of problem. */
    public enum Kind {
        BAD_REQUEST(
                "bad-request",
                "The request cannot be understood",
                HttpStatus.BAD_REQUEST,
                "Dit verzoek begrijpen we niet.",
                "We do not understand this request."),
        UNAUTHORIZED(
                "unauthorized",
                "Not without a token",
                HttpStatus.UNAUTHORIZED,
                "Hiervoor moet je inloggen.",
                "You have to log in for this."),
        NO_KEY(
                "no-key",
                "Not without a key",
                HttpStatus.UNAUTHORIZED,
                "Deze pagina van de bibliotheek mag hier niets vragen.",
                "This page of the library's may ask nothing here."),
        FORBIDDEN(
                "forbidden",
                "Not open to you",
                HttpStatus.FORBIDDEN,
                "Dit is voor anderen.",
                "This is for others."),
        NO_CONSENT(
                "no-consent",
                "Not without the patron's consent",
                HttpStatus.FORBIDDEN,
                "Hiervoor is toestemming van de lezer nodig.",
                "This takes the reader's consent."),
        TOO_MANY_REQUESTS(
                "too-many-requests",
                "Too many requests",
                HttpStatus.TOO_MANY_REQUESTS,
                "Er is te veel gevraagd in korte tijd. Wacht even en probeer het opnieuw.",
                "Too much was asked in a short time. Wait a moment and try again."),
        CONFLICT(
                "conflict",
                "Not as things stand",
                HttpStatus.CONFLICT,
                "Dat kan niet zoals het er nu voor staat.",
                "That cannot be done as things stand."),
        UNAVAILABLE(
                "unavailable",
                "Not yet",
                HttpStatus.SERVICE_UNAVAILABLE,
                "Dat kan nu nog niet. Probeer het later opnieuw.",
                "That cannot be done yet. Try again later."),
        UNKNOWN_MODEL(
                "unknown-model",
                "No such model version or job",
                HttpStatus.NOT_FOUND,
                "Die versie of dat werk is er niet.",
                "There is no such version or job."),
        UNKNOWN_TITLE(
                "unknown-title",
                "No such title",
                HttpStatus.NOT_FOUND,
                "Deze titel kennen we hier niet.",
                "We do not know this title here."),
        UNKNOWN_LIBRARY(
                "unknown-library",
                "No such library",
                HttpStatus.NOT_FOUND,
                "Deze bibliotheek kennen we niet.",
                "We do not know this library."),
        UNKNOWN_RESOURCE(
                "unknown-resource",
                "No such resource",
                HttpStatus.NOT_FOUND,
                "Op dit adres is niets.",
                "There is nothing at this address.");

        private final String urn;
        private final String title;
        private final HttpStatus status;
        private final String dutch;
        private final String english;

        Kind(String name, String title, HttpStatus status, String dutch, String english) {
            urn = URN + name;
            this.title = title;
            this.status = status;
            this.dutch = dutch;
            this.english = english;
        }

        /** What it is called to readers. */
        TextJson text() {
            return new TextJson(dutch, english);
        }

        HttpStatus status() {
            return status;
        }
    }

    static Problem of(Kind kind, String detail, @Nullable String field) {
        return new Problem(kind.urn, kind.title, kind.status.getCode(), detail, field, kind.text());
    }

    /** One that its status says all of. */
    static Problem of(HttpStatus status, String detail) {
        String name = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        TextJson text =
                status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? Kind.BAD_REQUEST.text()
                        : OURS;
        return new Problem(URN + name, status.getReason(), status.getCode(), detail, null, text);
    }
}
