package org.prefstream.export.stream;

import java.util.List;

import org.prefstream.export.dataset.RowPage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A piece of a stream, for those who ask for one piece after the other.
 *
 * @param events what changed, in the order of the stream
 * @param next the cursor behind which the next piece begins
 * @param caughtUp whether nothing was behind these when they were read
 */
record StreamPage(
        @JsonProperty("events") List<Event> events,
        @JsonProperty("next") String next,
        @JsonProperty("caught_up") boolean caughtUp) {

    StreamPage {
        events = List.copyOf(events);
    }

    /**
     * What has become of a row, as an event of the stream says it.
     *
     * @param id the cursor behind it
     * @param data JSON, of the dataset record byte for byte as its topic has it
     */
    record Event(
            @JsonProperty("event") String event,
            @JsonProperty("id") String id,
            @JsonProperty("data") @JsonRawValue String data) {
    }

    /** @param blind whether the reader must not learn of models, or of the order of the data */
    static StreamPage of(RowPage page, boolean blind) {
        List<Event> events = page.changes()
                .stream()
                .map(change -> new Event(Events.name(change), StreamCursor.of(change.position()),
                        Events.data(change, blind)))
                .toList();
        return new StreamPage(events, StreamCursor.of(page.reached()), page.isLast());
    }
}
