package org.prefstream.labelstudio.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException.Violation;

/**
 * How an error looks: in Label Studio's form on Label Studio's paths, so that its clients understand it, and as an RFC 9457
 * problem on paths of our own.
 *
 * @param mediaType the body's content type
 * @param members the body
 */
public record ErrorBody(String mediaType, Map<String, @Nullable Object> members) {

    /** The Label Studio release whose error bodies these are. */
    private static final String VERSION = "1.23.2";
    private static final String TYPES = "https://prefstream.org/problems/";
    private static final Pattern OWN_PATHS = Pattern
            .compile("/(api/leases(/.*)?|api/projects/[^/]+/(leases|members|statistics|stream)(/.*)?|user/.*)");

    /** {@return the body of a failure on a path} */
    public static ErrorBody of(String path, int status, String slug, String title, @Nullable String detail,
            List<Violation> violations) {
        return OWN_PATHS.matcher(path).matches()
                ? problem(path, status, slug, title, detail, violations)
                : labelStudio(status, title, detail, violations);
    }

    private static ErrorBody problem(String path, int status, String slug, String title, @Nullable String detail,
            List<Violation> violations) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", TYPES + slug);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", path);
        if (!violations.isEmpty()) {
            body.put("violations", violations);
        }
        return new ErrorBody("application/problem+json", body);
    }

    private static ErrorBody labelStudio(int status, String title, @Nullable String detail,
            List<Violation> violations) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID().toString());
        body.put("status_code", status);
        body.put("version", VERSION);
        body.put("detail", violations.isEmpty() ? detail == null ? title : detail : "Validation error");
        body.put("exc_info", null);
        if (!violations.isEmpty()) {
            Map<String, List<String>> byField = new LinkedHashMap<>();
            violations.forEach(violation -> byField.computeIfAbsent(violation.field(), field -> new ArrayList<>())
                    .add(violation.message()));
            body.put("validation_errors", byField);
        }
        return new ErrorBody("application/json", body);
    }
}
