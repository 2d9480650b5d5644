package org.prefstream.local.startup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Labels, imports and exports a little in the sample project of a training run, so that the archives also hold the classes that
 * people's first requests need.
 */
final class TrainingWork {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int SAMPLE = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final String url;
    private final String token;

    /**
     * @param token
     *            the owner's, of the system at that address
     */
    TrainingWork(HttpClient http, String url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /**
     * Does the work.
     *
     * @throws IOException
     *             if a request is not answered with success
     */
    void run() throws IOException, InterruptedException {
        get("/projects");
        get("/api/projects");
        get("/api/projects/" + SAMPLE);
        for (JsonNode lease : post("/api/projects/%d/leases".formatted(SAMPLE), Map.of("count", 2)).path("leases")) {
            post("/api/leases/%s/verdict".formatted(lease.path("id").asText()),
                    Map.of("token", lease.path("token").asLong(), "outcome", "tie", "lead_time_seconds", 1));
        }
        get("/api/projects/%d/next".formatted(SAMPLE));
        JsonNode task = json.readTree(get("/api/tasks?page_size=1&project=" + SAMPLE)).path("tasks").path(0);
        post("/api/projects/%d/import".formatted(SAMPLE), List.of(Map.of("data", task.path("data"))));
        get("/api/projects/%d/export?exportType=JSON".formatted(SAMPLE));
        get("/api/projects/%d/export?exportType=TRL".formatted(SAMPLE));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return json.readTree(send(request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Token " + token);
    }

    private String send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s %s answered %d: %s".formatted(request.method(), request.uri(),
                    answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
