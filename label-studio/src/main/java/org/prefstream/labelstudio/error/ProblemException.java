package org.prefstream.labelstudio.error;

import java.util.List;

/**
 * A request that was understood and is declined. The message is for the person who reads it: it names the field and says
 * what would be right. It has no stack trace: the message says all, and a door that refuses thousands of requests a second has
 * no time to walk its stack for each.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;

    /** One rejected input: where it was, and why. */
    public record Violation(String field, String message) {
    }

    /**
     * @param type what kind of error this is; it decides the status
     * @param detail what happened and what would be right
     * @param violations the inputs at fault, where single ones are
     */
    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        super(detail, null, true, false);
        this.type = type;
        this.violations = List.copyOf(violations);
    }

    /** A problem that no single input is at fault for. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** {@return a 400 that names one field} */
    public static ProblemException invalid(String field, String message) {
        return invalid(field + ": " + message, List.of(new Violation(field, message)));
    }

    /** {@return a 400 that names each input at fault} */
    public static ProblemException invalid(String detail, List<Violation> violations) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail, violations);
    }

    /** {@return a 404; detail says what was not found, such as {@code No Task matches the given query.}} */
    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    /** {@return a 403 that says what is missing} */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail);
    }

    /** {@return a 413 that says what may be how large} */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(ProblemType.TOO_LARGE, detail);
    }

    /** {@return what kind of error this is} */
    public ProblemType type() {
        return type;
    }

    /** {@return the HTTP status} */
    public int status() {
        return type.status();
    }

    /** {@return what happened and what would be right, for a person} */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** {@return the inputs at fault; empty where no single one is} */
    public List<Violation> violations() {
        return violations;
    }
}
