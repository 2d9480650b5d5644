package org.prefstream.labelstudio.error;

import java.util.List;

/**
 * A request that was understood and is declined. The message is for the person who reads it: it names the field and says
 * what would be right.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final String title;
    private final transient List<Violation> violations;

    /** One rejected input: where it was, and why. */
    public record Violation(String field, String message) {
    }

    /**
     * @param status HTTP status, 4xx or 503
     * @param slug stable kebab-case noun that clients may switch on, such as {@code lease-lost}
     * @param title what kind of refusal this is, in a few words
     * @param detail what happened and what would be right
     */
    public ProblemException(int status, String slug, String title, String detail, List<Violation> violations) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    public ProblemException(int status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of());
    }

    /** {@return a 400 that names one field} */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(400, "invalid-request", "Invalid request", field + ": " + message,
                List.of(new Violation(field, message)));
    }

    /** {@return a 404; detail says what was not found, such as {@code No Task matches the given query.}} */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "not-found", "Not found", detail);
    }

    /** {@return a 403 that says what is missing} */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "forbidden", "Forbidden", detail);
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public List<Violation> violations() {
        return violations;
    }
}
