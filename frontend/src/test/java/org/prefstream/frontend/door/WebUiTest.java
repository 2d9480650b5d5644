package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(StandIns.class)
class WebUiTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/index-[^\"]+\\.js)\"");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/user/login", "/user/login/", "/projects/7/label", "/projects/"})
    void everyPageIsTheApplication(String path) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<prefstream-app>").doesNotContain("<script>", "style=", "onclick");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'self'");
    }

    @Test
    void filesNamedByTheirContentAreKeptForLong() throws Exception {
        HttpResponse<String> script = get(scriptPath());

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
    }

    @Test
    void sendsCompressedToThoseWhoTakeIt() throws Exception {
        HttpResponse<byte[]> plain = http.send(request(scriptPath()).build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> compressed = http.send(request(scriptPath()).header("Accept-Encoding", "br, gzip").build(),
                BodyHandlers.ofByteArray());

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
    }

    @Test
    void doesNotSendAgainWhatTheBrowserHas() throws Exception {
        String etag = get("/").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = http.send(request("/").header("If-None-Match", etag).build(),
                BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone-123.js", "/favicon.ico", "/application.properties", "/logo.png",
            "/org/prefstream/frontend/door/Door.class"})
    void aFileThatIsNotThereIsNotAPage(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void pagesAreOnlyRead() throws Exception {
        HttpResponse<String> answer = http.send(request("/projects").POST(BodyPublishers.ofString("x")).build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(answer.body()).contains("\"status_code\":405", "use GET or HEAD");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> head = http.send(request("/").method("HEAD", BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    private String scriptPath() throws Exception {
        Matcher matcher = SCRIPT.matcher(get("/").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
