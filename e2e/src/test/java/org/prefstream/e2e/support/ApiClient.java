package org.prefstream.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The REST API as one person uses it, without any library of ours in between. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    private final URI url;
    private final Map<String, String> headers;

    private ApiClient(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    /** {@return a client that does not say who it is} */
    public static ApiClient anonymous(URI url) {
        return new ApiClient(url, Map.of());
    }

    /** {@return a client with an API token} */
    public static ApiClient withToken(URI url, String token) {
        return anonymous(url).with("Authorization", "Token " + token);
    }

    /** {@return a client with the session of a log-in by form} */
    public static ApiClient loggedIn(URI url, String email, String password) {
        Answer answer = anonymous(url).login(email, password).expect(302);
        String cookies = String.join("; ",
                answer.headers()
                        .allValues("Set-Cookie")
                        .stream()
                        .map(cookie -> cookie.substring(0, (cookie + ";").indexOf(';')))
                        .toList());
        return anonymous(url).with("Cookie", cookies);
    }

    /** {@return a client that sends one more header} */
    public ApiClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(url, more);
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), new byte[0]);
    }

    public Answer delete(String path) {
        return send("DELETE", path, Map.of(), new byte[0]);
    }

    /** {@return the body of a 200 that goes on and on, to be closed by whoever reads it} */
    InputStream open(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER_MAX);
        headers.forEach(request::setHeader);
        HttpResponse<InputStream> response = send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("%s: expected 200, got %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    /** {@return the bytes of a 200} */
    byte[] download(String path) {
        try (InputStream body = open(path)) {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Sends JSON: a text goes out as it is, anything else is written first. */
    public Answer post(String path, Object body) {
        return send("POST", path, Map.of("Content-Type", "application/json"), bytes(body));
    }

    /** As {@link #post}. */
    public Answer put(String path, Object body) {
        return send("PUT", path, Map.of("Content-Type", "application/json"), bytes(body));
    }

    /** As {@link #post}. */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, Map.of("Content-Type", "application/json"), bytes(body));
    }

    /** Sends one file as a form does. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "journey-boundary";
        String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n";
        byte[] before = head.formatted(boundary, fileName).getBytes(UTF_8);
        byte[] after = "\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8);
        byte[] body = new byte[before.length + content.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(content, 0, body, before.length, content.length);
        System.arraycopy(after, 0, body, before.length + content.length, after.length);
        return send("POST", path, Map.of("Content-Type", "multipart/form-data; boundary=" + boundary), body);
    }

    /** Sends the log-in form. */
    public Answer login(String email, String password) {
        String form = "email=" + URLEncoder.encode(email, UTF_8) + "&password=" + URLEncoder.encode(password, UTF_8);
        return send("POST", "/user/login", Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(UTF_8));
    }

    /** {@return whether a GET of the path is answered with 200} */
    boolean answers(String path) {
        try {
            return get(path).status() == 200;
        } catch (UncheckedIOException nobodyThere) {
            return false;
        }
    }

    /** Sends bytes as they are. A server that is away, or goes away, is an {@link UncheckedIOException}. */
    public Answer send(String method, String path, Map<String, String> more, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_MAX)
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
        return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static byte[] bytes(Object body) {
        return (body instanceof String text ? text : Json.write(body)).getBytes(UTF_8);
    }
}
