package org.prefstream.export.stream;

import java.nio.charset.StandardCharsets;

import org.prefstream.contract.PreferenceRecord;
import org.prefstream.export.dataset.RowChange;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Writes server-sent events. A record is one line, for all that readers of events could take for the end of one. */
final class Events {

    /** Says how long a client waits before it connects again. */
    private static final String RETRY = "retry: 2000\n\n";
    private static final String STILL_HERE = ": still here\n\n";

    private final StringBuilder text = new StringBuilder();
    private final boolean blind;

    /** @param blind whether the reader must not learn of models, or of the order of the data */
    Events(boolean blind) {
        this.blind = blind;
    }

    /** What somebody is told of a row who is to judge more of them: that it is there. */
    private record Arrival(
            @JsonProperty("record_id") String recordId,
            @JsonProperty("annotation_id") long annotationId,
            @JsonProperty("task_id") long taskId,
            @JsonProperty("control") String control,
            @JsonProperty("revision") long revision) {

        static Arrival of(String record) {
            PreferenceRecord row = Json.read(record, PreferenceRecord.class);
            return new Arrival(row.key(), row.annotationId(), row.taskId(), row.control(), row.revision());
        }
    }

    /** What is said of a row that was withdrawn. */
    private record Withdrawal(@JsonProperty("record_key") String recordKey, @JsonProperty("revision") long revision) {
    }

    /** {@return the first thing that a client is told} */
    static Events beginning(boolean blind) {
        Events events = new Events(blind);
        events.text.append(RETRY);
        return events;
    }

    static byte[] stillHere() {
        return STILL_HERE.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds what has become of a row. */
    void add(RowChange change) {
        add(name(change), change.position(), data(change, blind));
    }

    /** {@return what an event about this change is called} */
    static String name(RowChange change) {
        return change.record() == null ? "withdrawal" : "preference";
    }

    /** {@return what an event says of this change, as JSON on one line} */
    static String data(RowChange change, boolean blind) {
        String record = change.record();
        if (record == null) {
            return Json.write(new Withdrawal(change.recordId(), change.revision()));
        }
        return blind ? Json.write(Arrival.of(record)) : record;
    }

    /** Adds that everything was sent which was there a moment ago. */
    void addCaughtUp(long position) {
        add("caught-up", position, "{}");
    }

    /** Adds that the statistics are other ones than before. There is no place to go on from: whoever was away asks for them anyway. */
    void addStatistics() {
        text.append("event: statistics\ndata: {}\n\n");
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

    /** {@return all of it; empty if nothing was added} */
    String text() {
        return text.toString();
    }
}
