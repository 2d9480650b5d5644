package org.prefstream.kit.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;

import org.jboss.logging.Logger;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Says what a failure means to whoever sent the request. An unexpected failure goes to the log, too. */
public final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {
    }

    /** {@return the problem that a failed request to path is answered with} */
    public static ProblemException problem(Throwable failure, String path) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return invalid(invalid);
        }
        if (failure instanceof JsonProcessingException malformed) {
            return malformed(malformed);
        }
        if (failure instanceof OptimisticLockException) {
            return new ProblemException(ProblemType.OVERTAKEN,
                    "Somebody else has changed this. Read it again and decide anew.");
        }
        if (failure instanceof ForbiddenException) {
            return ProblemException.forbidden("You do not have permission to perform this action.");
        }
        if (failure instanceof UnauthorizedException) {
            return new ProblemException(ProblemType.UNAUTHORIZED, "Authentication credentials were not provided.");
        }
        if (failure instanceof AuthenticationFailedException unknown) {
            return new ProblemException(ProblemType.UNAUTHORIZED,
                    Objects.requireNonNullElse(unknown.getMessage(), "Invalid token."));
        }
        return BrokenForm.of(failure).orElseGet(() -> unexpected(failure, path));
    }

    private static ProblemException invalid(ConstraintViolationException invalid) {
        List<Violation> violations = invalid.getConstraintViolations()
                .stream()
                .map(violation -> new Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        return ProblemException.invalid(violations.stream()
                .map(violation -> violation.field() + ": " + violation.message())
                .collect(Collectors.joining("; ")), violations);
    }

    /** Drops the names of the Java method and parameter, with which every parameter's path begins. */
    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replaceFirst("^[^.]+\\.[^.]+\\.", "");
    }

    /** Says where the body is wrong, but not in Jackson's words, because its messages name our classes. */
    private static ProblemException malformed(JsonProcessingException malformed) {
        if (malformed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath()
                    .stream()
                    .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("."));
            String message = "is not of the expected form";
            return new ProblemException(ProblemType.MALFORMED_BODY, field + ": " + message,
                    List.of(new Violation(field, message)));
        }
        JsonLocation where = malformed.getLocation();
        return new ProblemException(ProblemType.MALFORMED_BODY, "JSON parse error - the body is not valid JSON"
                + (where == null ? "" : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr())));
    }

    private static ProblemException unexpected(Throwable failure, String path) {
        if (DatabaseErrors.isHeldByAnother(failure)) {
            return overloaded(failure, path,
                    "Somebody else changes the same thing, and this request has waited for long.");
        }
        if (DatabaseErrors.isTooSlow(failure)) {
            return overloaded(failure, path, "The database has not done this within its time.");
        }
        if (DatabaseErrors.isPoolExhausted(failure)) {
            return overloaded(failure, path, "No connection to the database became free in time.");
        }
        if (DatabaseErrors.isTransient(failure)) {
            LOG.warnf("database not reachable on %s: %s", path, failure);
            return new ProblemException(ProblemType.DATABASE_UNREACHABLE,
                    "The database is not answering. If this was a change, check whether it was made before you send it again.");
        }
        LOG.errorf(failure, "unexpected failure on %s", path);
        return new ProblemException(ProblemType.INTERNAL_ERROR,
                "Something went wrong here; the service's log says what.");
    }

    private static ProblemException overloaded(Throwable failure, String path, String why) {
        LOG.warnf("not done in time on %s: %s", path, failure);
        return new ProblemException(ProblemType.OVERLOADED, why + " Send this request again in a moment.");
    }
}
