package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.security.Directory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProblemsTest {

    private static final String[] JSON = {"Content-Type", "application/json"};

    @Inject
    KitPorts ports;

    @Inject
    Directory directory;

    private KitHttp http() {
        return new KitHttp(ports.first());
    }

    @Test
    void ourOwnPathsAnswerProblems() {
        HttpResponse<String> answer = http().get("/api/leases/kit/lost");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(contentType(answer)).startsWith("application/problem+json");
        assertThat(KitHttp.members(answer)).containsEntry("type", "https://prefstream.org/problems/lease-lost")
                .containsEntry("title", "The task is no longer yours")
                .containsEntry("status", 409)
                .containsEntry("detail", "Somebody else has the task now.")
                .containsEntry("instance", "/api/leases/kit/lost");
    }

    @Test
    void labelStudiosPathsAnswerItsBodyWithTheFieldAtFault() {
        HttpResponse<String> answer = echo("{\"name\":\"too long\",\"count\":1}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(contentType(answer)).startsWith("application/json");
        assertThat(KitHttp.members(answer)).containsEntry("status_code", 400)
                .containsEntry("detail", "Validation error")
                .containsEntry("exc_info", null)
                .containsKeys("id", "version")
                .containsEntry("validation_errors", Map.of("name", List.of("size must be between 0 and 5")));
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedWithItsLine() {
        HttpResponse<String> answer = echo("{\"name\":\"a\",\n\"count\": oops}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(KitHttp.members(answer).get("detail")).asString().contains("not valid JSON at line 2");
    }

    @Test
    void aMemberOfAnotherTypeIsNamed() {
        HttpResponse<String> answer = echo("{\"name\":\"a\",\"count\":\"many\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(KitHttp.members(answer).get("validation_errors")).asString().contains("count");
        assertThat(answer.body()).doesNotContain("org.prefstream", "java.lang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/kit/nothing", "/api/nothing", "/nothing"})
    void unknownPathsAnswerJson(String path) {
        HttpResponse<String> answer = http().get(path, "Authorization", directory.somebody());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(contentType(answer)).startsWith("application/json");
        assertThat(KitHttp.members(answer)).containsEntry("detail", "Not found.");
    }

    @Test
    void methodsAndMediaTypesThatAreNotThereAnswerJson() {
        String[] known = {"Authorization", directory.somebody(), "Content-Type", "text/csv"};
        HttpResponse<String> method = http().send("DELETE", "/api/tasks/kit/echo", "", known);
        HttpResponse<String> mediaType = http().send("POST", "/api/tasks/kit/echo", "a,b", known);

        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(KitHttp.members(method)).containsEntry("status_code", 405);
        assertThat(mediaType.statusCode()).isEqualTo(415);
        assertThat(KitHttp.members(mediaType)).containsEntry("status_code", 415);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api", "GET, /api/nothing", "GET, /api/tasks/kit/nothing", "POST, /api/tasks/kit/nothing/more",
            "DELETE, /api/tasks/kit/echo", "GET, /api/tasks/kit/ids/+1"})
    void aStrangerIsNotToldWhichPathsThereAre(String method, String path) {
        HttpResponse<String> stranger = http().send(method, path, "");
        HttpResponse<String> unknown = http().send(method, path, "", "Authorization", "Token guessed");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Token");
        assertThat(KitHttp.members(stranger)).containsEntry("detail", "Authentication credentials were not provided.");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(KitHttp.members(unknown)).containsEntry("detail", "Invalid token.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "%2B1", "%201", "1%20", "-1", "0x1", "1.0", "1L", "%EF%BC%91", "%D9%A1",
            "1234567890123456789"})
    void anIdHasOneSpelling(String id) {
        HttpResponse<String> answer = http().get("/api/tasks/kit/ids/" + id, "Authorization", directory.somebody());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(KitHttp.members(answer)).containsEntry("detail", "Not found.");
        assertThat(http().get("/api/tasks/kit/ids/17").body()).isEqualTo("17");
    }

    @Test
    void aBugTellsNothingOfTheInside() {
        HttpResponse<String> answer = http().get("/api/tasks/kit/bug");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("IllegalState", "inner secret", "org.prefstream");
    }

    @Test
    void everyPathWorksWithAndWithoutTheSlashAtItsEnd() {
        String body = "{\"name\":\"a\",\"count\":1}";

        assertThat(http().send("POST", "/api/tasks/kit/echo", body, JSON).statusCode()).isEqualTo(200);
        assertThat(http().send("POST", "/api/tasks/kit/echo/", body, JSON).statusCode()).isEqualTo(200);
        assertThat(http().get("/api/leases/kit/lost/").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> echo(String body) {
        return http().send("POST", "/api/tasks/kit/echo", body, JSON);
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElse("");
    }
}
