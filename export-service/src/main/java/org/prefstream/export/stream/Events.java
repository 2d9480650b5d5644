package org.prefstream.export.stream;

import java.nio.charset.StandardCharsets;

import org.prefstream.export.dataset.RowChange;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Writes server-sent events. A record is one line, for all that readers of events could take for the end of one. */
final class Events {

    /** Says how long a client waits before it connects again. */
    private static final String RETRY = "retry: 2000\n\n";
    private static final String STILL_HERE = ": still here\n\n";

    private final StringBuilder text = new StringBuilder();

    /** What is said of a row that was withdrawn. */
    private record Withdrawal(@JsonProperty("record_key") String recordKey, @JsonProperty("revision") long revision) {
    }

    /** {@return the first thing that a client is told} */
    static Events beginning() {
        Events events = new Events();
        events.text.append(RETRY);
        return events;
    }

    static byte[] stillHere() {
        return STILL_HERE.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds what has become of a row. */
    void add(RowChange change) {
        String record = change.record();
        if (record == null) {
            add("withdrawal", change.position(), Json.write(new Withdrawal(change.recordId(), change.revision())));
        } else {
            add("preference", change.position(), record);
        }
    }

    /** Adds that everything was sent which was there a moment ago. */
    void addCaughtUp(long position) {
        add("caught-up", position, "{}");
    }

    private void add(String event, long position, String data) {
        text.append("event: ")
                .append(event)
                .append("\nid: ")
                .append(StreamCursor.of(position))
                .append("\ndata: ")
                .append(data)
                .append("\n\n");
    }

    /** {@return all of it in UTF-8; empty if nothing was added} */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
