package org.prefstream.labelstudio.error;

import java.util.Locale;

/**
 * Every kind of error that Prefstream answers with. Clients may rely on the {@link #slug()}, which never changes its meaning; the
 * title is for people. docs/errors.md lists what stands here.
 */
public enum ProblemType {

    INVALID_REQUEST(400, "Invalid request"),
    MALFORMED_BODY(400, "Malformed request body"),
    AMBIGUOUS_PATH(400, "Ambiguous path"),
    UNAUTHORIZED(401, "Unauthorized"),
    WRONG_PASSWORD(401, "Not logged in"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not found"),
    INVALID_PAGE(404, "No such page"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    IDEMPOTENCY_KEY_REUSED(409, "Idempotency-Key was used before"),
    LEASE_LOST(409, "The task is no longer yours"),
    OVERTAKEN(409, "Somebody else changed this first"),
    ROWS_PURGED(409, "Rows of the snapshot are gone"),
    ALREADY_RUNNING(409, "It is under way already"),
    CANCELLED(409, "Cancelled"),
    INVITATION_ENDED(410, "The invitation has ended"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    UNSUITABLE_FORMAT(422, "Unsuitable format"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts"),
    TOO_MANY_REQUESTS(429, "Too many requests of yours at once"),
    INTERNAL_ERROR(500, "Internal Server Error"),
    IMAGE_UNAVAILABLE(502, "Image unavailable"),
    LAGGING(503, "Not everything acknowledged has arrived yet"),
    PEER_UNREACHABLE(503, "Service unavailable"),
    DATABASE_UNREACHABLE(503, "Database unavailable"),
    OVERLOADED(503, "More than can be done in time"),
    BUSY(503, "Too many of them at once");

    private static final String TYPES = "https://prefstream.org/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return what kind of error this is, in a few words for a person} */
    public String title() {
        return title;
    }

    /** {@return the stable name, in kebab case, such as {@code lease-lost}} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the URI that names the type, as RFC 9457 has it} */
    public String uri() {
        return TYPES + slug();
    }
}
