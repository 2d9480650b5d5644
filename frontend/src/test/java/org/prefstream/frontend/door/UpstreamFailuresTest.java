package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.frontend.door.StandIns.ANNOTATION;
import static org.prefstream.frontend.door.StandIns.EXPORT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;

/** Tests the responses of the door in place of a service. The door stands behind a proxy here. */
@QuarkusTest
@TestProfile(UpstreamFailuresTest.BehindAProxy.class)
@QuarkusTestResource(value = StandIns.class, restrictToAnnotatedClass = true)
class UpstreamFailuresTest {

    /** The door trusts the proxy in front of it. Its stand-ins are its own, so that a test may close one. */
    public static class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prefstream.trusted-proxies", "10.0.0.0/8,127.0.0.1");
        }
    }

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void forgetThisTest() {
        services.reset();
    }

    @Test
    void saysThatNothingWasDoneWhereTheServiceWasNotReached() throws Exception {
        services.goAway(StandIns.TASK);

        HttpResponse<String> answer = post("/api/projects/7/import");

        assertUnavailable(answer);
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.fieldNames()).containsExactlyInAnyOrder("id", "status_code", "version", "detail", "exc_info");
        assertThat(body.getInteger("status_code")).isEqualTo(503);
        assertThat(body.getString("detail")).isEqualTo(
                "The task service is not answering. Your request did not reach it, so nothing was changed; try again.");
    }

    @Test
    void saysThatItMayHaveBeenDoneWhereTheAnswerWasLost() throws Exception {
        services.behave(ANNOTATION, request -> request.body().onComplete(read -> request.connection().close()));

        HttpResponse<String> answer = post("/api/leases/8c/verdict");

        assertUnavailable(answer);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.getString("type")).isEqualTo("https://prefstream.org/problems/peer-unreachable");
        assertThat(body.getString("detail")).startsWith("The annotation service stopped answering")
                .contains("may have been carried out or not");
    }

    @Test
    void aReadThatBrokeOffCanBeRepeated() throws Exception {
        services.behave(EXPORT, request -> request.connection().close());

        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/api/projects/7/export")).build(),
                BodyHandlers.ofString());

        assertUnavailable(answer);
        assertThat(new JsonObject(answer.body()).getString("detail"))
                .isEqualTo("The export service stopped answering. Try again.");
    }

    @Test
    void trustsTheProxyInFrontOfIt() throws Exception {
        services.behave(EXPORT,
                request -> request.response()
                        .end(request.getHeader("X-Forwarded-Proto") + " " + request.getHeader("X-Forwarded-Host") + " "
                                + request.getHeader("X-Forwarded-For")));

        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/api/projects/7/export"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "prefs.example")
                .header("X-Forwarded-For", "203.0.113.9")
                .build(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("https prefs.example 203.0.113.9, 127.0.0.1");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void theStandardHeaderComesBeforeTheOlderOnesAndItsLastEntryCounts() throws Exception {
        services.behave(EXPORT,
                request -> request.response()
                        .end(request.getHeader("X-Forwarded-Proto") + " " + request.getHeader("X-Forwarded-Host") + " "
                                + request.getHeader("Forwarded")));

        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/api/projects/7/export"))
                .header("Forwarded",
                        "host=evil.example;proto=http, for=203.0.113.9;Host=\"prefs.example:8443\";proto=https")
                .header("X-Forwarded-Host", "old.example")
                .build(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("https prefs.example:8443 null");
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString("{}")).build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
