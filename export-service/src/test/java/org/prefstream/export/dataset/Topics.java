package org.prefstream.export.dataset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.TopicNames;

/** The topics from their beginning, as a plain consumer sees them. */
@ApplicationScoped
class Topics {

    private final TopicNames names;
    private final String bootstrapServers;

    Topics(TopicNames names, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.names = names;
        this.bootstrapServers = bootstrapServers;
    }

    /** {@return everything on the topic, from offset 0 to its end} */
    ConsumerRecords<String, byte[]> fromTheBeginning(Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(names.onBroker(topic))
                    .stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> found = new LinkedHashMap<>();
            while (partitions.stream()
                    .anyMatch(
                            partition -> consumer.position(partition) < Objects.requireNonNull(ends.get(partition)))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                record -> found
                                        .computeIfAbsent(new TopicPartition(record.topic(), record.partition()),
                                                key -> new ArrayList<>())
                                        .add(record));
            }
            return new ConsumerRecords<>(found, Map.of());
        }
    }
}
