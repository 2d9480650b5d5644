package org.prefstream.labelstudio.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException.Violation;

class ErrorBodyTest {

    private final ProblemException lost = new ProblemException(ProblemType.LEASE_LOST, "Claim the next task.");
    private final ProblemException invalid = ProblemException.invalid("title: too long; title: no name",
            List.of(new Violation("title", "too long"), new Violation("title", "no name")));

    @ParameterizedTest
    @ValueSource(strings = {"/api/leases/1/heartbeat", "/api/projects/1/members", "/user/login",
            "/api/annotations/bulk/", "/api/projects/1/stream", "/images", "/images/sources"})
    void ourOwnPathsAnswerAProblem(String path) {
        assertThat(ErrorBody.of(path, lost)).isEqualTo(new ErrorBody("application/problem+json",
                "{\"type\":\"https://prefstream.org/problems/lease-lost\",\"title\":\"The task is no longer yours\","
                        + "\"status\":409,\"detail\":\"Claim the next task.\",\"instance\":\"" + path + "\"}"));
    }

    @Test
    void aProblemNamesEachInputAtFault() {
        assertThat(ErrorBody.of("/user/login", invalid).json()).endsWith("\"violations\":[{\"field\":\"title\","
                + "\"message\":\"too long\"},{\"field\":\"title\",\"message\":\"no name\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/projects/1", "/api/tasks", "/api/leases-and-more", "/api/annotations/1",
            "/api/projects/1/statistics", "/imagesque", "/nothing"})
    void labelStudiosPathsAnswerItsBody(String path) {
        ErrorBody body = ErrorBody.of(path, lost);

        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(body.json()).matches("\\{\"id\":\"[0-9a-f-]{36}\",\"status_code\":409,\"version\":\"1\\.23\\.2\","
                + "\"detail\":\"Claim the next task\\.\",\"exc_info\":null}");
    }

    @Test
    void labelStudiosBodyGathersTheMessagesOfAField() {
        assertThat(ErrorBody.of("/api/projects", invalid).json()).endsWith("\"detail\":\"Validation error\","
                + "\"exc_info\":null,\"validation_errors\":{\"title\":[\"too long\",\"no name\"]}}");
    }
}
