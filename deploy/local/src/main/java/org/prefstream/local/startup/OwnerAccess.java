package org.prefstream.local.startup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Fetches the owner's API token through the door, as any client would. */
final class OwnerAccess {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final String SESSION = "sessionid=";

    private final HttpClient http;
    private final String url;

    OwnerAccess(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    /** {@return whether the API accepts the token} */
    boolean isValid(String token) throws IOException {
        HttpRequest request = request("/api/current-user/whoami").header("Authorization", "Token " + token).build();
        return send(request).statusCode() == 200;
    }

    /** {@return the token of the person with this login, or nothing if the login is refused} */
    Optional<String> token(String email, String password) throws IOException {
        Optional<String> session = logIn(email, password);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        HttpResponse<String> answer = send(
                request("/api/current-user/token").header("Cookie", SESSION + session.get()).build());
        if (answer.statusCode() == 404) {
            throw new IOException("it was revoked; POST /api/current-user/reset-token makes a new one");
        }
        if (answer.statusCode() != 200) {
            throw new IOException("GET /api/current-user/token answered " + answer.statusCode());
        }
        try {
            return Optional.of(new ObjectMapper().readTree(answer.body()).required("token").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("GET /api/current-user/token answered without a token", e);
        }
    }

    private Optional<String> logIn(String email, String password) throws IOException {
        String form = "email=" + encoded(email) + "&password=" + encoded(password);
        HttpResponse<String> answer = send(
                request("/user/login").header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", url)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        if (answer.statusCode() == 404 || answer.statusCode() >= 500) {
            throw new IOException("POST /user/login answered " + answer.statusCode());
        }
        return answer.headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(cookie -> cookie.startsWith(SESSION))
                .map(cookie -> cookie.substring(SESSION.length()).split(";", 2)[0])
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER_MAX).header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
