package org.leeswijzer.api.http;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes a {@link Problem} of everything that goes wrong on the way to a controller and in it. Of a fault of ours it says
 * nothing: exceptions carry messages that were not written for strangers.
 */
@Singleton
public final class Problems implements ErrorResponseProcessor<Problem> {
    private static final int LONGEST_QUOTE = 80;

    @Override
    public MutableHttpResponse<Problem> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem =
                context.getRootCause()
                        .flatMap(Problems::known)
                        .orElseGet(() -> byStatus(response.status()));
        return response.status(problem.status()).body(problem).contentType(Problem.MEDIA_TYPE);
    }

    private static Optional<Problem> known(Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return Optional.of(problem.problem());
        } else if (cause instanceof ConversionErrorException conversion) {
            return Optional.of(unreadable(conversion));
        } else if (cause instanceof UnsatisfiedRouteException unsatisfied) {
            Argument<?> missing = unsatisfied.getArgument();
            return Optional.of(
                    missing.isAnnotationPresent(Body.class)
                            ? body()
                            : bad(missing, "is missing: give it, see the API's reference"));
        } else if (cause instanceof CodecException
                || cause instanceof JsonSyntaxException
                || cause instanceof SerdeException) {
            return Optional.of(body());
        }
        return Optional.empty();
    }

    private static Problem unreadable(ConversionErrorException cause) {
        Optional<Object> value = cause.getConversionError().getOriginalValue();
        if (value.isEmpty() || !(value.get() instanceof CharSequence)) {
            return body();
        }
        return bad(
                cause.getArgument(),
                "is '%s': give %s"
                        .formatted(quote(value.get().toString()), wanted(cause.getArgument())));
    }

    private static String wanted(Argument<?> argument) {
        Class<?> type = argument.getType();
        return type == int.class || type == Integer.class ? "a whole number" : "another value";
    }

    /** A caller's own text, short enough to be read and without what a terminal would act upon. */
    public static String quote(String text) {
        String printable = text.replaceAll("\\p{C}", "\uFFFD");
        return printable.length() <= LONGEST_QUOTE
                ? printable
                : printable.substring(0, LONGEST_QUOTE) + "\u2026";
    }

    private static Problem bad(Argument<?> argument, String detail) {
        return Problem.of(
                Problem.Kind.BAD_REQUEST, argument.getName() + " " + detail, argument.getName());
    }

    private static Problem body() {
        return Problem.of(
                Problem.Kind.BAD_REQUEST,
                "body is not the JSON that is expected: give an object with the fields of the API's reference",
                "body");
    }

    private static Problem byStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                    Problem.of(
                            Problem.Kind.UNKNOWN_RESOURCE,
                            "there is nothing at this address: see the API's reference",
                            null);
            case METHOD_NOT_ALLOWED ->
                    Problem.of(status, "this method is not known here: see the header Allow");
            case UNSUPPORTED_MEDIA_TYPE ->
                    Problem.of(status, "Content-Type is not taken: give application/json");
            case NOT_ACCEPTABLE ->
                    Problem.of(status, "Accept has nothing we can give: take application/json");
            case REQUEST_ENTITY_TOO_LARGE ->
                    Problem.of(
                            status,
                            "the request is too large: give an address and headers of at most a few KiB, and a body of at most one MiB");
            case BAD_REQUEST -> Problem.of(status, "the request cannot be understood");
            default ->
                    status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                            ? Problem.of(status, status.getReason())
                            : Problem.of(
                                    status,
                                    "something is wrong on our side: try again later, or tell the library when this was");
        };
    }
}
