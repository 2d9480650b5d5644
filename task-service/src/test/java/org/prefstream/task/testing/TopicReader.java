package org.prefstream.task.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.labelstudio.json.Json;

/** Reads a topic from its beginning, committed records only, as somebody who trains on it does. */
public final class TopicReader {

    private static final Duration SOON = Duration.ofSeconds(30);

    private TopicReader() {
    }

    /** A record as it is on the topic; no value is a deletion. */
    public record Seen(String key, long revision, @Nullable String value) {

        public <R extends TopicRecord> R as(Class<R> type) {
            return Json.read(String.valueOf(value), type);
        }
    }

    /** {@return all records of a key, once there are at least so many} */
    public static List<Seen> of(Topic topic, Object key, int atLeast) {
        long deadline = System.nanoTime() + SOON.toNanos();
        String name = property("prefstream.topic-prefix").orElse("") + topic.topicName();
        List<Seen> seen = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            assign(consumer, name, deadline);
            while (System.nanoTime() < deadline && seen.size() < atLeast) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(key.toString())) {
                        seen.add(new Seen(record.key(), revision(record), record.value()));
                    }
                }
            }
        }
        if (seen.size() < atLeast) {
            throw new AssertionError(name + " has " + seen.size() + " records of " + key + ", not " + atLeast);
        }
        return seen;
    }

    private static void assign(KafkaConsumer<?, ?> consumer, String name, long deadline) {
        List<PartitionInfo> partitions = consumer.partitionsFor(name, Duration.ofSeconds(5));
        while (partitions == null || partitions.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no topic " + name);
            }
            partitions = consumer.partitionsFor(name, Duration.ofSeconds(5));
        }
        List<TopicPartition> all = partitions.stream().map(each -> new TopicPartition(name, each.partition())).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    private static long revision(ConsumerRecord<?, ?> record) {
        return Long
                .parseLong(new String(record.headers().lastHeader(Headers.REVISION).value(), StandardCharsets.UTF_8));
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, property("kafka.bootstrap.servers").orElseThrow(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new StringDeserializer(), new StringDeserializer());
    }

    private static Optional<String> property(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }
}
