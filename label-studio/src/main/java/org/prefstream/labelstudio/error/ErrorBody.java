package org.prefstream.labelstudio.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.ErrorView;
import org.prefstream.labelstudio.view.ProblemView;
import org.prefstream.labelstudio.view.Release;

/**
 * How an error looks on the wire: in Label Studio's form on Label Studio's paths, so that its clients understand it, and as an
 * RFC 9457 problem on paths of our own.
 *
 * @param mediaType the body's content type
 * @param json the body
 */
public record ErrorBody(String mediaType, String json) {

    private static final Pattern OWN_PATHS = Pattern
            .compile("/(api/(leases|judgements|invitations)(/.*)?|api/annotations/bulk/?|"
                    + "api/projects/[^/]+/(leases|judgements|members|stream|snapshots)(/.*)?|user/.*|images(/.*)?)");

    /** {@return the body of an error on a path, in the form that the path's clients read} */
    public static ErrorBody of(String path, ProblemException problem) {
        return OWN_PATHS.matcher(path).matches() ? problem(path, problem) : labelStudio(problem);
    }

    /** {@return the body of an error as an RFC 9457 problem, on whatever path} */
    public static ErrorBody problem(String path, ProblemException problem) {
        ProblemType type = problem.type();
        List<ProblemView.Violation> violations = problem.violations()
                .stream()
                .map(violation -> new ProblemView.Violation(violation.field(), violation.message()))
                .toList();
        return new ErrorBody("application/problem+json", Json
                .write(new ProblemView(type.uri(), type.title(), type.status(), problem.detail(), path, violations)));
    }

    private static ErrorBody labelStudio(ProblemException problem) {
        Map<String, List<String>> byField = byField(problem.violations());
        return new ErrorBody("application/json", Json.write(new ErrorView(UUID.randomUUID(), problem.status(),
                Release.VERSION, byField == null ? problem.detail() : "Validation error", null, byField)));
    }

    private static @Nullable Map<String, List<String>> byField(List<Violation> violations) {
        Map<String, List<String>> byField = new LinkedHashMap<>();
        violations.forEach(violation -> byField.computeIfAbsent(violation.field(), field -> new ArrayList<>())
                .add(violation.message()));
        return byField.isEmpty() ? null : byField;
    }
}
