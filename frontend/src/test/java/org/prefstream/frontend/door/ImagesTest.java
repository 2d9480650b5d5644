package org.prefstream.frontend.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.prefstream.frontend.door.StandIns.IMAGES;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Images of tasks, from a source that the operator allows. The limits here are those that a test can reach. */
@QuarkusTest
@TestProfile(ImagesTest.SmallLimits.class)
@QuarkusTestResource(value = StandIns.class, restrictToAnnotatedClass = true)
class ImagesTest {

    private static final int BYTES_MAX = 200_000;
    private static final int AT_ONCE = 4;
    private static final String SESSION = "sessionid=s3cret; other=x";
    private static final Buffer PICTURE = Buffer.buffer("\u0089PNG picture");

    /** Limits that a test can reach. */
    public static class SmallLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prefstream.images.bytes-max", Integer.toString(BYTES_MAX), "prefstream.images.time-max",
                    "3s", "prefstream.images.at-once", Integer.toString(AT_ONCE), "prefstream.door.wait-max", "200ms");
        }
    }

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final List<HttpServerRequest> arrived = new CopyOnWriteArrayList<>();
    final List<RawConnection> open = new ArrayList<>();

    @BeforeEach
    void someAreKnown() {
        services.behave(TASK,
                request -> request.response()
                        .setStatusCode(request.path().equals("/api/current-user/whoami")
                                && ("sessionid=s3cret".equals(request.getHeader("Cookie"))
                                        || String.valueOf(request.getHeader("Authorization")).startsWith("Token t"))
                                                ? 200
                                                : 401)
                        .end("{}"));
        source(request -> request.response().putHeader("Content-Type", "image/png").end(PICTURE));
    }

    @AfterEach
    void forgetThisTest() throws IOException {
        for (RawConnection connection : open) {
            connection.close();
        }
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({"image/png, image/png", "IMAGE/JPEG, image/jpeg", "image/gif;charset=x, image/gif",
            "image/webp, image/webp", "image/avif, image/avif"})
    void showsWhatTheSourceHas(String said, String told) throws Exception {
        source(request -> request.response()
                .putHeader("Content-Type", said)
                .putHeader("X-Of-Source", "1")
                .end(PICTURE));

        HttpResponse<String> shown = show(from("/shown/a/cat.png?size=2"));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(PICTURE.toString(ISO_8859_1));
        assertThat(shown.headers().firstValue("Content-Type")).contains(told);
        assertThat(shown.headers().firstValue("X-Of-Source")).isEmpty();
        assertThat(arrived).singleElement().extracting(HttpServerRequest::uri).isEqualTo("/shown/a/cat.png?size=2");
    }

    @Test
    void showsImagesWhoseLengthNobodySaid() throws Exception {
        byte[] piece = new byte[BYTES_MAX / 4];
        source(request -> {
            request.response().putHeader("Content-Type", "image/png").setChunked(true);
            for (int i = 0; i < 4; i++) {
                request.response().write(Buffer.buffer(piece));
            }
            request.response().end();
        });

        assertThat(show(from("/shown/large.png")).body()).hasSize(BYTES_MAX);
    }

    @Test
    void tellsBrowsersToKeepAnImageForThisSessionAndToMakeNothingElseOfIt() throws Exception {
        var headers = show(from("/shown/cat.png")).headers();

        assertThat(headers.allValues("Content-Security-Policy")).singleElement()
                .asString()
                .startsWith("sandbox; default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control")).contains("private, max-age=600");
        assertThat(headers.firstValue("Vary")).contains("Cookie, Authorization");
    }

    @Test
    void theSourceHearsNothingOfWhoLooks() throws Exception {
        HttpResponse<String> shown = http.send(request(from("/shown/cat.png")).header("Cookie", SESSION)
                .header("Authorization", "Token t")
                .header("Referer", "https://prefs.example.org/projects/7")
                .header("X-Other", "mine")
                .build(), BodyHandlers.ofString(ISO_8859_1));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(arrived).singleElement().satisfies(asked -> {
            assertThat(asked.method().name()).isEqualTo("GET");
            assertThat(asked.headers().names()).map(String::toLowerCase)
                    .containsExactlyInAnyOrder("host", "accept", "user-agent");
        });
    }

    @ParameterizedTest
    @CsvSource({"/other/cat.png, 403", "/shown2/cat.png, 403", "/shown/../other/cat.png, 400",
            "/shown/%2e%2e/cat.png, 400"})
    void asksNoOtherPathOfTheSource(String path, int status) throws Exception {
        HttpResponse<String> refused = show(from(path));

        assertProblem(refused, status);
        assertThat(arrived).isEmpty();
    }

    @Test
    void asksNoOtherHost() throws Exception {
        int itsPort = URI.create(services.url(IMAGES)).getPort();

        assertProblem(show(encoded("http://localhost:" + itsPort + "/shown/cat.png")), 403);
        assertProblem(show(encoded("http://127.0.0.1:" + port + "/shown/cat.png")), 403);
        assertProblem(show(encoded("http://127.0.0.1.example.org/shown/cat.png")), 403);
        assertProblem(show(""), 400);
        assertThat(arrived).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 404, 500, 204, 206})
    void followsNoRedirectAndShowsNothingButA200(int status) throws Exception {
        source(request -> request.response()
                .setStatusCode(status)
                .putHeader("Location", services.url(IMAGES) + "/other/secret.png")
                .putHeader("Content-Type", "image/png")
                .end(status == 204 ? Buffer.buffer() : PICTURE));

        assertThat(assertProblem(show(from("/shown/cat.png")), 502)).contains("answers " + status);
        assertThat(arrived).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "application/octet-stream", "image/pngx", "image/*",
            "text/html;image/png", ""})
    void showsNoOtherKindOfContent(String type) throws Exception {
        source(request -> request.response().putHeader("Content-Type", type).end("<svg onload='alert(1)'/>"));

        assertThat(assertProblem(show(from("/shown/cat.svg")), 502)).contains("PNG, JPEG, GIF, WebP or AVIF");
    }

    @Test
    void showsNothingThatIsEncoded() throws Exception {
        source(request -> request.response()
                .putHeader("Content-Type", "image/png")
                .putHeader("Content-Encoding", "gzip")
                .end(PICTURE));

        assertProblem(show(from("/shown/bomb.png")), 502);
    }

    @Test
    void showsNothingThatIsSaidToBeTooLarge() throws Exception {
        source(request -> request.response()
                .putHeader("Content-Type", "image/png")
                .end(Buffer.buffer(new byte[BYTES_MAX + 1])));

        assertThat(assertProblem(show(from("/shown/huge.png")), 502)).contains(BYTES_MAX + " bytes");
    }

    @Test
    void breaksOffWhatDoesNotEnd() throws Exception {
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        source(request -> {
            request.connection().closeHandler(closed -> hungUp.complete(null));
            request.response().putHeader("Content-Type", "image/png").setChunked(true);
            pour(request);
        });

        try (RawConnection client = ask("/shown/endless.png", "t")) {
            String seen = client.readToTheEnd();

            assertThat(seen).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n\r\n");
            assertThat(seen.length()).isLessThan(BYTES_MAX + 20_000);
        }
        hungUp.get(10, SECONDS);
    }

    @Test
    void breaksOffWhatComesByDropsForTooLong() throws Exception {
        source(request -> {
            request.response().putHeader("Content-Type", "image/png").putHeader("Content-Length", "1000");
            services.every(100, () -> request.response().write("x"));
        });

        assertThatThrownBy(() -> show(from("/shown/slow.png"))).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatASourceIsTooSlowToAnswerAtAll() throws Exception {
        source(request -> {
        });

        assertThat(assertProblem(show(from("/shown/silent.png")), 502)).contains("within 3 s");
    }

    @Test
    void aSourceThatBreaksOffNeverPassesForAWholeImage() {
        source(request -> {
            request.response().putHeader("Content-Type", "image/png").putHeader("Content-Length", "1000").write("half");
            services.every(100, () -> request.connection().close());
        });

        assertThatThrownBy(() -> show(from("/shown/half.png"))).isInstanceOf(IOException.class);
    }

    @Test
    void strangersAreToldNothing() throws Exception {
        for (String query : List.of("/images?from=" + from("/shown/cat.png"), "/images?from=odd", "/images/sources")) {
            HttpResponse<String> stranger = http.send(HttpRequest.newBuilder(uri(query)).build(),
                    BodyHandlers.ofString());
            HttpResponse<String> loggedOut = http.send(
                    HttpRequest.newBuilder(uri(query)).header("Cookie", "sessionid=old").build(),
                    BodyHandlers.ofString());

            for (HttpResponse<String> refused : List.of(stranger, loggedOut)) {
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Token");
            }
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsWhoAsksWhileTheTaskServiceIsAway() throws Exception {
        services.behave(TASK, request -> request.connection().close());

        HttpResponse<String> refused = show(from("/shown/cat.png"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(arrived).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE"})
    void imagesAreOnlyRead(String method) throws Exception {
        HttpResponse<String> refused = http.send(request(from("/shown/cat.png")).header("Cookie", SESSION)
                .method(method, BodyPublishers.noBody())
                .build(), BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET");
        assertThat(arrived).isEmpty();
    }

    @Test
    void slowSourcesHoldHalfOfThePlacesOfOnePerson() throws Exception {
        source(request -> {
            if (request.path().endsWith("cat.png")) {
                request.response().putHeader("Content-Type", "image/png").end(PICTURE);
            }
        });
        for (int i = 0; i < AT_ONCE; i++) {
            ask("/shown/silent.png", "t-greedy");
        }
        await().atMost(10, SECONDS).until(() -> arrived.size() == AT_ONCE / 2);

        HttpResponse<String> other = show(from("/shown/cat.png"));
        String more = ask("/shown/cat.png", "t-greedy").readHead();

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(more).startsWith("HTTP/1.1 429").containsIgnoringCase("retry-after: 1");
    }

    @Test
    void whoeverHangsUpGivesThePlaceBackAndHangsUpOnTheSource() throws Exception {
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        source(request -> request.connection().closeHandler(closed -> hungUp.complete(null)));
        RawConnection client = ask("/shown/silent.png", "t");
        await().atMost(10, SECONDS).until(() -> arrived.size() == 1);

        client.close();

        hungUp.get(2, SECONDS);
    }

    @Test
    void tellsThePageWhatItMayAskFor() throws Exception {
        HttpResponse<String> told = http.send(
                HttpRequest.newBuilder(uri("/images/sources")).header("Cookie", SESSION).build(),
                BodyHandlers.ofString());

        assertThat(new JsonArray(told.body())).containsExactly(services.url(IMAGES) + "/shown/");
    }

    private void source(Handler<HttpServerRequest> behaviour) {
        services.behave(IMAGES, request -> {
            arrived.add(request);
            behaviour.handle(request);
        });
    }

    /** Writes for as long as somebody reads. */
    private static void pour(HttpServerRequest request) {
        request.response().write(Buffer.buffer(new byte[10_000])).onSuccess(written -> pour(request));
    }

    private String assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("from");
        return problem.getString("detail");
    }

    private HttpResponse<String> show(String from) throws IOException, InterruptedException {
        return http.send(request(from).header("Cookie", SESSION).build(), BodyHandlers.ofString(ISO_8859_1));
    }

    private RawConnection ask(String path, String token) throws IOException {
        RawConnection connection = new RawConnection(port);
        open.add(connection);
        return connection.head("GET /images?from=" + from(path) + " HTTP/1.1", "Host: h",
                "Authorization: Token " + token);
    }

    private String from(String path) {
        return encoded(services.url(IMAGES) + path);
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, UTF_8);
    }

    private HttpRequest.Builder request(String from) {
        return HttpRequest.newBuilder(uri("/images?from=" + from));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
