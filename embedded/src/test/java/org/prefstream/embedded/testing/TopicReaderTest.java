package org.prefstream.embedded.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;

class TopicReaderTest {

    private final String bootstrap = RealServers.shared().bootstrap();
    private final String prefix = "r" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final TopicReader topics = new TopicReader(bootstrap, prefix);

    @Test
    void readsCommittedRecordsOnlyAndThoseThatComeWhileItWaits() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(prefix + Topic.TASKS.topicName(), 2, (short) 1))).all().get();
        }
        try (KafkaProducer<String, @Nullable String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", prefix), new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            send(producer, List.of(record("7", 1, "{}"), record("77", 1, "{}")));
            producer.commitTransaction();
            send(producer, List.of(record("7", 2, "aborted")));
            producer.abortTransaction();

            AtomicBoolean deleted = new AtomicBoolean();
            List<TopicEntry> entries = topics.await(Topic.TASKS, 7, found -> {
                if (found.size() == 1 && deleted.compareAndSet(false, true)) {
                    send(producer, List.of(record("7", 3, null)));
                    producer.commitTransaction();
                }
                assertThat(found).hasSize(2);
            });

            assertThat(entries).extracting(TopicEntry::revision).containsExactly(1L, 3L);
            assertThat(entries.get(1).isTombstone()).isTrue();
            assertThat(topics.read(Topic.TASKS)).hasSize(3);
            assertThat(topics.await(Topic.TASKS, key -> key.startsWith("77"), found -> assertThat(found).hasSize(1)))
                    .extracting(TopicEntry::text)
                    .containsExactly("{}");
        }
    }

    @Test
    void theHighestRevisionOfAKeyIsItsPresentStateInWhateverOrderItCame() {
        TopicEntry deleted = entry("a", 3, null);

        assertThat(TopicReader.newest(List.of(entry("a", 1, "{}"), deleted, entry("a", 2, "{}"), entry("b", 1, "{}"))))
                .containsOnlyKeys("a", "b")
                .containsEntry("a", deleted);
    }

    private static void send(KafkaProducer<String, @Nullable String> producer,
            List<ProducerRecord<String, @Nullable String>> records) {
        producer.beginTransaction();
        assertThat(records.stream().map(producer::send)).allSatisfy(sent -> assertThat(sent).isNotCancelled());
        producer.flush();
    }

    private ProducerRecord<String, @Nullable String> record(String key, long revision, @Nullable String value) {
        ProducerRecord<String, @Nullable String> record = new ProducerRecord<>(prefix + Topic.TASKS.topicName(), key,
                value);
        record.headers().add(Headers.REVISION, Long.toString(revision).getBytes(UTF_8));
        return record;
    }

    private static TopicEntry entry(String key, long revision, @Nullable String value) {
        return new TopicEntry(key, revision, value, Map.of());
    }
}
