package org.prefstream.kit.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Data offsets by topic and partition. They are never end offsets, because those count transaction markers, which no consumer
 * ever applies.
 *
 * @param offsets offsets by partition, by the broker's name of the topic
 */
public record Positions(@JsonValue Map<String, Map<Integer, Long>> offsets) {

    /** No offset at all: there is nothing to wait for. */
    public static final Positions NONE = new Positions(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Positions {
        offsets = Map.copyOf(offsets);
    }

    /** {@return the higher offset of both, for every partition} */
    public Positions and(Positions other) {
        Map<String, Map<Integer, Long>> merged = new HashMap<>();
        offsets.forEach((topic, partitions) -> merged.put(topic, new HashMap<>(partitions)));
        other.offsets.forEach((topic, partitions) -> partitions.forEach((partition,
                offset) -> merged.computeIfAbsent(topic, name -> new HashMap<>()).merge(partition, offset, Math::max)));
        return new Positions(merged);
    }

    /** {@return the part of this that concerns the given topics} */
    public Positions within(Set<String> topics) {
        return new Positions(offsets.entrySet()
                .stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** {@return the part of this that the given positions have not reached} */
    public Positions beyond(Positions reached) {
        Map<String, Map<Integer, Long>> open = new HashMap<>();
        offsets.forEach((topic, partitions) -> partitions.forEach((partition, offset) -> {
            if (reached.offsets.getOrDefault(topic, Map.of()).getOrDefault(partition, -1L) < offset) {
                open.computeIfAbsent(topic, name -> new HashMap<>()).put(partition, offset);
            }
        }));
        return new Positions(open);
    }

    /** {@return whether there is nothing to wait for} */
    public boolean isNone() {
        return offsets.isEmpty();
    }
}
