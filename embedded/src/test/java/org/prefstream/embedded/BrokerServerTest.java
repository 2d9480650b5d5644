package org.prefstream.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerTest {

    private static final int SEVEN_MIB = 7 * 1024 * 1024;

    @TempDir
    Path folder = Path.of("");

    @Test
    void keepsCommittedRecordsOverARestartAndHidesAbortedOnes() throws Exception {
        try (BrokerServer first = BrokerServer.start(folder, 0)) {
            createTopic(first, "songs");
            try (KafkaProducer<String, String> producer = transactionalProducer(first)) {
                producer.initTransactions();
                send(producer, "songs", "kept", "lz4 and a transaction");
                producer.commitTransaction();
                send(producer, "songs", "dropped", "never seen");
                producer.abortTransaction();
                send(producer, "songs", "kept too", "after the abort");
                producer.commitTransaction();
            }
        }

        try (BrokerServer second = BrokerServer.start(folder, 0)) {
            assertThat(keys(second, "songs", 2)).containsExactly("kept", "kept too");
        }
    }

    @Test
    void takesARecordOfSevenMebibytes() throws Exception {
        try (BrokerServer broker = BrokerServer.start(folder, 0)) {
            createTopic(broker, "long-songs");
            try (KafkaProducer<String, String> producer = transactionalProducer(broker)) {
                producer.initTransactions();
                send(producer, "long-songs", "long", "x".repeat(SEVEN_MIB));
                producer.commitTransaction();
            }

            assertThat(keys(broker, "long-songs", 1)).containsExactly("long");
        }
    }

    @Test
    void makesNoTopicOnItsOwn() throws Exception {
        try (BrokerServer broker = BrokerServer.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("no-such-song")).allTopicNames().get(20, SECONDS))
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void createTopic(BrokerServer broker, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, SECONDS);
        }
    }

    private static KafkaProducer<String, String> transactionalProducer(BrokerServer broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "singer", "compression.type",
                        "lz4", "max.request.size", 8 * 1024 * 1024, "max.block.ms", 20_000),
                new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String topic, String key, String value)
            throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, key, value)).get(20, SECONDS);
    }

    private static List<String> keys(BrokerServer broker, String topic, int expected) {
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (keys.size() < expected || consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> keys.add(message.key()));
            }
        }
        return keys;
    }
}
