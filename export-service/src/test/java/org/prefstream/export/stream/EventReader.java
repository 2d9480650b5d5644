package org.prefstream.export.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.config.ConfigProvider;
import org.prefstream.export.Owners;

/** Reads a stream as a browser would, as it comes. */
final class EventReader implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came between two empty lines, by the fields' names. */
    record Event(String name, String id, String data) {
    }

    final List<Event> events = new CopyOnWriteArrayList<>();
    /** Everything else that came, line by line. */
    final List<String> others = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> ended;
    private final HttpResponse<InputStream> response;

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.ended = CompletableFuture.runAsync(this::read, task -> new Thread(task, "reads events").start());
    }

    /** Asks for a stream, whatever the answer is. */
    static HttpResponse<InputStream> ask(String token, long projectId, String query, Map<String, String> headers) {
        return ask(token, "/api/projects/%d/stream%s".formatted(projectId, query), headers);
    }

    /** Asks for any stream, whatever the answer is. */
    static HttpResponse<InputStream> ask(String token, String path, Map<String, String> headers) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Token " + token);
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static EventReader open(String token, long projectId, String query) {
        return open(token, projectId, query, Map.of());
    }

    static EventReader open(String token, long projectId, String query, Map<String, String> headers) {
        return of(ask(token, projectId, query, headers));
    }

    /** {@return a reader of an answer that is a stream} */
    static EventReader of(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return new EventReader(response);
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            List<String> fields = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    fields.add(line);
                } else if (fields.size() == 3) {
                    events.add(new Event(value(fields.get(0), "event"), value(fields.get(1), "id"),
                            value(fields.get(2), "data")));
                    fields.clear();
                } else {
                    others.addAll(fields);
                    fields.clear();
                }
            }
        } catch (IOException hungUp) {
            others.add(String.valueOf(hungUp.getMessage()));
        }
    }

    private static String value(String line, String field) {
        String begin = field + ": ";
        return line.startsWith(begin) ? line.substring(begin.length()) : "no " + field + " but " + line;
    }

    /** {@return the events, once there are that many of them} */
    List<Event> first(int count) {
        await().atMost(Owners.SOON).until(() -> events.size() >= count);
        return events;
    }

    /** {@return the events up to the one that says that all are there} */
    List<Event> untilCaughtUp() {
        await().atMost(Owners.SOON).until(() -> events.stream().anyMatch(event -> event.name().equals("caught-up")));
        return List.copyOf(events);
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
