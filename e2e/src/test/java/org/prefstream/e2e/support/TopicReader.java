package org.prefstream.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;

/** Reads topics as a training job does: with a plain client, from the beginning, committed records only. */
public final class TopicReader {

    private static final Duration READ_MAX = Duration.ofSeconds(60);

    private final Map<String, Object> settings;

    TopicReader(String bootstrap) {
        settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "enable.auto.commit",
                false, "allow.auto.create.topics", false);
    }

    /** {@return every record that is on the topic now, in the order of each partition} */
    public List<TopicEntry> read(Topic topic) {
        try (KafkaConsumer<String, @Nullable String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName())
                    .stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<TopicEntry> entries = new ArrayList<>();
            Instant deadline = Instant.now().plus(READ_MAX);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(topic.topicName() + " was not read to " + ends + " within " + READ_MAX);
                }
                consumer.poll(Duration.ofMillis(100)).forEach(record -> entries.add(entry(record)));
            }
            return entries;
        }
    }

    /** {@return the records of a project on the topic, and the tombstones of keys that it had} */
    public List<TopicEntry> read(Topic topic, Project project) {
        List<TopicEntry> entries = read(topic);
        Set<String> keys = entries.stream()
                .filter(entry -> !entry.isTombstone())
                .filter(entry -> entry.json().path("project_id").asLong() == project.id())
                .map(TopicEntry::key)
                .collect(toSet());
        return entries.stream().filter(entry -> keys.contains(entry.key())).toList();
    }

    /** {@return the present state: the newest record of each key, tombstones included} */
    public static Map<String, TopicEntry> newest(Collection<TopicEntry> entries) {
        BinaryOperator<TopicEntry> higher = (one, other) -> other.revision() > one.revision() ? other : one;
        Map<String, TopicEntry> newest = new LinkedHashMap<>();
        entries.forEach(entry -> newest.merge(entry.key(), entry, higher));
        return newest;
    }

    private static TopicEntry entry(ConsumerRecord<String, @Nullable String> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        String revision = headers.get(Headers.REVISION);
        if (revision == null) {
            throw new AssertionError(record.topic() + " " + record.key() + " has no revision, only " + headers);
        }
        return new TopicEntry(record.key(), Long.parseLong(revision), record.value(), Map.copyOf(headers));
    }
}
