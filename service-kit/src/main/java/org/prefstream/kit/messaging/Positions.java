package org.prefstream.kit.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Data offsets by topic and partition. They are never end offsets, because those count transaction markers, which no consumer
 * ever applies.
 *
 * <p>A topic is named by {@link #key}: its name and its id, since a topic that was made anew under the same name begins at 0
 * again. Where the id is not known, the name stands alone.
 *
 * @param offsets offsets by partition, by the topic's key
 */
public record Positions(@JsonValue Map<String, Map<Integer, Long>> offsets) {

    /** No offset at all: there is nothing to wait for. */
    public static final Positions NONE = new Positions(Map.of());

    /** A name on the broker cannot have it. */
    private static final String BEFORE_ID = ":";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Positions {
        offsets = Map.copyOf(offsets);
    }

    /** {@return what names the topic with that name and id} */
    public static String key(String name, String topicId) {
        return topicId.isEmpty() ? name : name + BEFORE_ID + topicId;
    }

    /** {@return the broker's name of the topic with that key} */
    public static String name(String key) {
        int end = key.indexOf(BEFORE_ID);
        return end < 0 ? key : key.substring(0, end);
    }

    /** {@return the id of the topic with that key; empty if it is not known} */
    public static String topicId(String key) {
        int end = key.indexOf(BEFORE_ID);
        return end < 0 ? "" : key.substring(end + 1);
    }

    /** {@return the same positions of topics by name, with the ids that are given} */
    public Positions withIds(Map<String, String> topicIds) {
        return new Positions(offsets.entrySet()
                .stream()
                .collect(Collectors.toMap(topic -> key(topic.getKey(), topicIds.getOrDefault(topic.getKey(), "")),
                        Map.Entry::getValue)));
    }

    /** {@return the higher offset of both, for every partition} */
    public Positions and(Positions other) {
        Gathering merged = new Gathering();
        for (Positions one : List.of(this, other)) {
            one.offsets.forEach((topic, partitions) -> partitions
                    .forEach((partition, offset) -> merged.add(topic, partition, offset)));
        }
        return merged.positions();
    }

    /** {@return the part of this that concerns the topics with the given names} */
    public Positions within(Set<String> topics) {
        return where(key -> topics.contains(name(key)));
    }

    /** {@return the part of this that concerns the topics with this name whose id is known} */
    public Positions of(String topic) {
        return where(key -> name(key).equals(topic) && !topicId(key).isEmpty());
    }

    private Positions where(Predicate<String> isKey) {
        return new Positions(offsets.entrySet()
                .stream()
                .filter(topic -> isKey.test(topic.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** {@return the part of this that the given positions have not reached} */
    public Positions beyond(Positions reached) {
        Gathering open = new Gathering();
        offsets.forEach((topic, partitions) -> partitions.forEach((partition, offset) -> {
            if (reached.offsets.getOrDefault(topic, Map.of()).getOrDefault(partition, -1L) < offset) {
                open.add(topic, partition, offset);
            }
        }));
        return open.positions();
    }

    /** {@return whether there is nothing to wait for} */
    public boolean isNone() {
        return offsets.isEmpty();
    }

    /** Positions that become known one by one, such as row by row. */
    public static final class Gathering {

        private final Map<String, Map<Integer, Long>> offsets = new HashMap<>();

        /** Adds an offset; the higher one counts if a partition has several. */
        public void add(String key, int partition, long offset) {
            offsets.computeIfAbsent(key, topic -> new HashMap<>()).merge(partition, offset, Math::max);
        }

        /** {@return what was added} */
        public Positions positions() {
            return new Positions(offsets);
        }
    }
}
