package org.prefstream.labelstudio.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException.Violation;

class ErrorBodyTest {

    private static final ProblemException LOST = new ProblemException(ProblemType.LEASE_LOST, "Claim the next task.");
    private static final ProblemException INVALID = ProblemException.invalid("title: too long; title: no name",
            List.of(new Violation("title", "too long"), new Violation("title", "no name")));

    @ParameterizedTest
    @ValueSource(strings = {"/api/leases/1/heartbeat", "/api/projects/1/members", "/user/login"})
    void ourOwnPathsAnswerAProblem(String path) {
        assertThat(ErrorBody.of(path, LOST)).isEqualTo(new ErrorBody("application/problem+json",
                "{\"type\":\"https://prefstream.org/problems/lease-lost\",\"title\":\"The task is no longer yours\","
                        + "\"status\":409,\"detail\":\"Claim the next task.\",\"instance\":\"" + path + "\"}"));
    }

    @Test
    void aProblemNamesEachInputAtFault() {
        assertThat(ErrorBody.of("/user/login", INVALID).json()).endsWith("\"violations\":[{\"field\":\"title\","
                + "\"message\":\"too long\"},{\"field\":\"title\",\"message\":\"no name\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/projects/1", "/api/tasks", "/api/leases-and-more", "/nothing"})
    void labelStudiosPathsAnswerItsBody(String path) {
        ErrorBody body = ErrorBody.of(path, LOST);

        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(body.json()).matches("\\{\"id\":\"[0-9a-f-]{36}\",\"status_code\":409,\"version\":\"1\\.23\\.2\","
                + "\"detail\":\"Claim the next task\\.\",\"exc_info\":null}");
    }

    @Test
    void labelStudiosBodyGathersTheMessagesOfAField() {
        assertThat(ErrorBody.of("/api/projects", INVALID).json()).endsWith("\"detail\":\"Validation error\","
                + "\"exc_info\":null,\"validation_errors\":{\"title\":[\"too long\",\"no name\"]}}");
    }
}
