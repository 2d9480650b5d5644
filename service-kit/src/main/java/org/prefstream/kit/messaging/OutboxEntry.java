package org.prefstream.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

/**
 * Something to publish: the state of a key at a revision, or the key's deletion. Whoever records an entry must first lock the
 * row that carries the key's revision. So for every key the order of outbox ids is the order of revisions.
 *
 * @param topicName the topic without this installation's prefix
 * @param type the CloudEvents type
 * @param payload the value to send, as text that is sent in UTF-8; null for a deletion
 * @param headers the headers beyond those that the relay adds
 * @param projectId the project whose readers wait for it; {@link #NO_PROJECT} lets everybody wait for it. All entries of a key have
 *        the same one, since only the rows of a project are sent in the order of their ids
 */
public record OutboxEntry(
        String topicName,
        String key,
        String type,
        @Nullable String payload,
        Map<String, String> headers,
        long revision,
        long projectId) {

    /** Stands for the project of what belongs to none, such as people. */
    public static final long NO_PROJECT = 0;
    /** The broker takes records of up to 8 MiB. A larger one would stand in the relay's way for ever. */
    public static final int LARGEST_PAYLOAD_BYTES = 7 * 1024 * 1024;

    public OutboxEntry {
        headers = Map.copyOf(headers);
        if (payload != null && isTooLarge(payload)) {
            throw ProblemException.tooLarge(
                    "%s is larger than %d bytes as JSON; make it smaller.".formatted(key, LARGEST_PAYLOAD_BYTES));
        }
    }

    /** Makes an entry that belongs to no project. */
    public OutboxEntry(String topicName, String key, String type, @Nullable String payload, Map<String, String> headers,
            long revision) {
        this(topicName, key, type, payload, headers, revision, NO_PROJECT);
    }

    /** {@return the entry that publishes a key's present state} */
    public static OutboxEntry put(TopicRecord state, long revision) {
        Topic topic = state.topic();
        return new OutboxEntry(topic.topicName(), state.key(), topic.eventType(), Json.write(state), Map.of(), revision,
                state.project().orElse(NO_PROJECT));
    }

    /** {@return the entry that publishes a key's deletion, by a tombstone; of the project that the key's other entries have} */
    public static OutboxEntry delete(Topic topic, String key, long revision, long project) {
        return new OutboxEntry(topic.topicName(), key, topic.eventType(), null, Map.of(), revision, project);
    }

    /** {@return how long the payloads of entries are together, in characters} */
    public static long characters(List<OutboxEntry> entries) {
        return entries.stream().mapToLong(entry -> entry.payload == null ? 0 : entry.payload.length()).sum();
    }

    private static boolean isTooLarge(String payload) {
        return payload.length() > LARGEST_PAYLOAD_BYTES / 3
                && payload.getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD_BYTES;
    }
}
