package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.frontend.door.StandIns.ANNOTATION;
import static org.prefstream.frontend.door.StandIns.EXPORT;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(StandIns.class)
class DoorTest {

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

    @ParameterizedTest
    @CsvSource({"GET, /api/projects?page=2, task", "POST, /user/login, task",
            "POST, /api/projects/7/leases, annotation", "GET, /api/projects/7/export?exportType=CSV, export",
            "PATCH, /api/tasks/3/, task"})
    void handsRequestsToTheOwnerOfThePath(String method, String path, String owner) throws Exception {
        services.sayWhoTheyAre();

        assertThat(ask(method, path, "").body()).isEqualTo(owner);
    }

    @Test
    void changesNothingOnTheWay() throws Exception {
        services.behave(TASK,
                request -> request.body()
                        .onSuccess(body -> request.response()
                                .setStatusCode(418)
                                .putHeader("Prefstream-Lag-Ms", "12")
                                .putHeader("Content-Disposition", "attachment; filename=\"a b.json\"")
                                .end(request.method() + " " + request.uri() + " " + request.getHeader("Authorization")
                                        + " " + body)));

        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/api/projects/7/import?x=%2F%20y&x=2"))
                .header("Authorization", "Token t")
                .POST(BodyPublishers.ofString("ünï"))
                .build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("POST /api/projects/7/import?x=%2F%20y&x=2 Token t ünï");
        assertThat(answer.headers().firstValue("Prefstream-Lag-Ms")).contains("12");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"a b.json\"");
    }

    @Test
    void tellsServicesHowTheClientSeesTheDoorAndWhatClientsMayNotSay() throws Exception {
        services.behave(TASK, request -> request.response()
                .end(request.headers().entries().toString().toLowerCase(Locale.ROOT) + "that was all"));

        String seen;
        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/version HTTP/1.1", "Host: prefs.example:8443", "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: https", "X-Forwarded-For: 10.9.8.7", "Forwarded: host=evil.example",
                    "X-Prefstream-Internal: guessed", "Connection: keep-alive, X-Secret-Hop", "X-Secret-Hop: 1",
                    "TE: trailers", "Keep-Alive: timeout=5", "Proxy-Authorization: Basic eA==", "Cookie: sessionid=s");
            seen = client.readThrough("that was all");
        }

        assertThat(seen).contains("x-forwarded-host=127.0.0.1:" + port, "x-forwarded-proto=http",
                "host=prefs.example:8443", "x-forwarded-for=127.0.0.1", "cookie=sessionid=s");
        assertThat(seen).doesNotContain("evil", "guessed", "x-secret-hop", "te=", "timeout=5", "proxy-auth",
                "10.9.8.7");
    }

    @Test
    void leavesHeadersOfOneConnectionBehindOnTheWayBack() throws Exception {
        services.behave(TASK,
                request -> request.response()
                        .putHeader("Connection", "X-Inner")
                        .putHeader("X-Inner", "1")
                        .putHeader("X-Prefstream-Internal", "leaked")
                        .putHeader("Keep-Alive", "timeout=9")
                        .end("ok"));

        try (RawConnection client = new RawConnection(port)) {
            String head = client.head("GET /api/version HTTP/1.1", "Host: h").readHead();

            assertThat(head.toLowerCase(Locale.ROOT)).contains("200 ok")
                    .doesNotContain("x-inner", "leaked", "timeout=9");
        }
    }

    @Test
    void answersWithoutABodyKeepTheConnectionUsable() throws Exception {
        services.behave(ANNOTATION, request -> request.response().setStatusCode(204).end());
        services.behave(TASK, request -> request.response().end("second"));

        try (RawConnection client = new RawConnection(port)) {
            String first = client.head("DELETE /api/leases/8c?token=7 HTTP/1.1", "Host: h").readHead();
            String second = client.head("GET /api/version HTTP/1.1", "Host: h", "Connection: close").readToTheEnd();

            assertThat(first).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("transfer-encoding");
            assertThat(second).startsWith("HTTP/1.1 200").endsWith("second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api;v=1/projects", "/api//projects", "/api%2fprojects", "/api%5Cprojects",
            "/api/projects%3b", "/api/projects%00", "/api/../internal/x", "/api/%2E%2e/internal",
            "http://other.example/api/projects"})
    void refusesOddPathsBeforeItRoutes(String path) throws Exception {
        services.sayWhoTheyAre();

        try (RawConnection client = new RawConnection(port)) {
            String answer = client.head("GET " + path + " HTTP/1.1", "Host: h", "Connection: close").readToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 400");
            JsonObject body = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n")));
            assertThat(body.getInteger("status_code")).isEqualTo(400);
            assertThat(body.getString("detail")).startsWith("The path ").contains("refuses");
            assertThat(answer).containsIgnoringCase("x-content-type-options: nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/", "/internal/tasks/1", "/internal"})
    void whatIsNotForTheOutsideDoesNotExist(String path) throws Exception {
        services.sayWhoTheyAre();

        HttpResponse<String> answer = ask("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(answer.body()).getString("detail")).isEqualTo("Not found.");
    }

    @Test
    void leavesItToAServiceToSayThatAPathDoesNotExist() throws Exception {
        services.sayWhoTheyAre();

        assertThat(ask("GET", "/api/projects/1/statistics/agreement", "").body()).isEqualTo("task");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/leases/%2e%2e, ambiguous-path, 400", "DELETE, /user/login, method-not-allowed, 405"})
    void answersAProblemOnAPathOfOurOwn(String method, String path, String slug, int status) throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            String answer = client.head(method + " " + path + "?x=1 HTTP/1.1", "Host: h", "Connection: close")
                    .readToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("content-type: application/problem+json");
            JsonObject body = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n")));
            assertThat(body.getString("type")).isEqualTo("https://prefstream.org/problems/" + slug);
            assertThat(body.getInteger("status")).isEqualTo(status);
            assertThat(body.getString("instance")).isEqualTo(path);
        }
    }

    @Test
    void isHealthyWhenEveryServiceIsReady() throws Exception {
        assertThat(ask("GET", "/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(ask("GET", "/api/health/", "").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhichServiceIsNotReady() throws Exception {
        services.readiness(EXPORT, 503);

        HttpResponse<String> answer = ask("GET", "/health", "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(new JsonObject(answer.body())).isEqualTo(new JsonObject(
                "{\"status\":\"DOWN\",\"services\":{\"task\":\"UP\",\"annotation\":\"UP\",\"export\":\"DOWN\"},"
                        + "\"detail\":[\"The export service is not ready.\"]}"));
    }

    @Test
    void saysThatADatabaseIsAway() throws Exception {
        services.readiness(TASK, 503);
        services.health(TASK, "ready",
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"Database connections health check\",\"status\":\"DOWN\"}]}");

        assertThat(ask("GET", "/health", "").body()).contains("The task service does not reach its database.");
    }

    @Test
    void saysWhatIsLateAndByHowMuchAndStaysUp() throws Exception {
        services.health(ANNOTATION, "group/progress",
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"relay\",\"status\":\"DOWN\","
                        + "\"data\":{\"detail\":\"A change has waited for 42 s.\"}},{\"name\":\"copies\",\"status\":\"UP\"}]}");

        HttpResponse<String> answer = ask("GET", "/health", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body())).isEqualTo(new JsonObject(
                "{\"status\":\"UP\",\"detail\":[\"In the annotation service: A change has waited for 42 s.\"]}"));
    }

    @Test
    void saysItsVersion() throws Exception {
        assertThat(new JsonObject(ask("GET", "/version", "").body()).getString("version")).matches("\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/version", "/api/unknown", "/health", "/a//b"})
    void putsSecurityHeadersOnEverything(String path) throws Exception {
        services.behave(TASK,
                request -> request.response()
                        .putHeader("Content-Security-Policy", "default-src *")
                        .putHeader("Strict-Transport-Security", "max-age=1")
                        .end());

        var headers = ask("GET", path, "").headers();

        assertThat(headers.allValues("Content-Security-Policy")).singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
