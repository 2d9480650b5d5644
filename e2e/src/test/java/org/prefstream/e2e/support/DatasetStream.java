package org.prefstream.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/** A project's server-sent events, read line by line as any HTTP client can. */
public final class DatasetStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    private DatasetStream(InputStream body) {
        this.body = body;
    }

    /** Opens a project's stream, and reads on in the background until it is closed. */
    public static DatasetStream open(ApiClient client, Project project, String query) {
        DatasetStream stream = new DatasetStream(client.open(project.path("/stream" + query)));
        Thread reader = new Thread(stream::readOn, "reads a stream of events");
        reader.setDaemon(true);
        reader.start();
        return stream;
    }

    /** {@return all events so far, once one is there of which this is true} */
    public List<Event> until(Predicate<Event> wanted) {
        await("an event among " + events).atMost(PATIENCE).until(() -> events.stream().anyMatch(wanted));
        return List.copyOf(events);
    }

    /** {@return all events up to the one that says that nothing else is there yet} */
    public List<Event> awaitCaughtUp() {
        return until(event -> event.name().equals("caught-up"));
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void readOn() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            String name = "";
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, id, line.substring("data: ".length())));
                }
            }
        } catch (IOException closed) {
            // Whoever waits for more is told what has come so far.
        }
    }

    /**
     * One event.
     *
     * @param id the cursor behind which everything comes that follows
     */
    public record Event(String name, String id, String data) {

        /** {@return the data, which is JSON} */
        public JsonNode json() {
            return Json.read(data);
        }
    }
}
