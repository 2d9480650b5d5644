package org.prefstream.kit.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** The one place where failures become HTTP. Every error body of every service is made here. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException refusal, UriInfo uri) {
        ResponseBuilder response = respond(uri, refusal.status(), refusal.slug(), refusal.title(), refusal.getMessage(),
                refusal.violations());
        return (refusal.status() == 503 ? response.header("Retry-After", "1") : response).build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, UriInfo uri) {
        List<Violation> violations = invalid.getConstraintViolations()
                .stream()
                .map(violation -> new Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        String detail = violations.stream()
                .map(violation -> violation.field() + ": " + violation.message())
                .collect(Collectors.joining("; "));
        return respond(uri, 400, "invalid-request", "Invalid request", detail, violations).build();
    }

    /** Says where the body is wrong, not how Jackson puts it: its messages name our classes. */
    @ServerExceptionMapper
    Response malformed(JsonProcessingException malformed, UriInfo uri) {
        return malformedBody(malformed, uri).build();
    }

    /** As above; without this the framework's own mapper would be the nearer one. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched, UriInfo uri) {
        return malformedBody(mismatched, uri).build();
    }

    @ServerExceptionMapper
    Response anonymous(UnauthorizedException anonymous, UriInfo uri) {
        return unauthorized(uri, "Authentication credentials were not provided.");
    }

    @ServerExceptionMapper
    Response unknown(AuthenticationFailedException unknown, UriInfo uri) {
        return unauthorized(uri, unknown.getMessage() == null ? "Invalid token." : unknown.getMessage());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        return respond(uri, 403, "forbidden", "Forbidden", "You do not have permission to perform this action.",
                List.of()).build();
    }

    @ServerExceptionMapper
    Response overtaken(OptimisticLockException overtaken, UriInfo uri) {
        return respond(uri, 409, "overtaken", "Somebody else changed this first", "Read it again and decide anew.",
                List.of()).build();
    }

    /** Keeps whatever headers the original response had. */
    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformedBody(malformed, uri).build();
        }
        Response original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        String reason = original.getStatusInfo().getReasonPhrase();
        ErrorBody body = ErrorBody.of(uri.getPath(), original.getStatus(), slug(reason), reason,
                detail(original.getStatus(), reason), List.of());
        return Response.fromResponse(original).entity(Json.write(body.members())).type(body.mediaType()).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable bug, UriInfo uri) {
        if (DatabaseErrors.isTransient(bug)) {
            LOG.warnf("database not reachable on %s: %s", uri.getPath(), bug);
            return respond(uri, 503, "database-unreachable", "Service unavailable",
                    "The database is not answering. If this was a change, look whether it was made before you send it again.",
                    List.of()).header("Retry-After", "1").build();
        }
        LOG.errorf(bug, "unexpected failure on %s", uri.getPath());
        return respond(uri, 500, "internal-error", "Internal Server Error",
                "Something went wrong here; it is in the service's log.", List.of()).build();
    }

    private static ResponseBuilder malformedBody(IOException malformed, UriInfo uri) {
        if (malformed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath()
                    .stream()
                    .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("."));
            return respond(uri, 400, "malformed-body", "Malformed request body", path + ": is not of the expected form",
                    List.of(new Violation(path, "is not of the expected form")));
        }
        String where = malformed instanceof JsonProcessingException json && json.getLocation() != null
                ? " at line " + json.getLocation().getLineNr() + ", column " + json.getLocation().getColumnNr()
                : "";
        return respond(uri, 400, "malformed-body", "Malformed request body",
                "JSON parse error - the body is not valid JSON" + where, List.of());
    }

    /** Drops the Java method and parameter names that lead every parameter's path. */
    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replaceFirst("^[^.]+\\.[^.]+\\.", "");
    }

    private static String detail(int status, String reason) {
        return switch (status) {
            case 404 -> "Not found.";
            case 405 -> "Method not allowed on this path.";
            case 406 -> "None of the accepted media types can be produced here.";
            case 413 -> "The body is too large.";
            case 415 -> "Unsupported media type in request.";
            default -> reason;
        };
    }

    private static String slug(String reason) {
        return reason.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Response unauthorized(UriInfo uri, String detail) {
        return respond(uri, 401, "unauthorized", "Unauthorized", detail, List.of()).header("WWW-Authenticate", "Token")
                .build();
    }

    private static ResponseBuilder respond(UriInfo uri, int status, String slug, String title, @Nullable String detail,
            List<Violation> violations) {
        ErrorBody body = ErrorBody.of(uri.getPath(), status, slug, title, detail, violations);
        return Response.status(status).entity(Json.write(body.members())).type(MediaType.valueOf(body.mediaType()));
    }
}
