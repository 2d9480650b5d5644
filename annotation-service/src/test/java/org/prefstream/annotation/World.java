package org.prefstream.annotation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.Headers;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/** What task-service would tell: people, projects and tasks of a test's own, on the real topics. */
@ApplicationScoped
public class World {

    private static final AtomicLong IDS = new AtomicLong(1_000);
    private static final Instant BEGINNING = Instant.parse("2026-11-23T03:00:00Z");

    private final TopicNames names;
    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    World(TopicNames names, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.names = names;
        this.bootstrapServers = bootstrapServers;
        makeTopics(names, bootstrapServers);
        this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(), new StringSerializer());
    }

    /** Topics are made by their owner, which is not here. */
    private static void makeTopics(TopicNames names, String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(names.consumed()
                    .stream()
                    .map(topic -> new NewTopic(names.onBroker(topic), names.partitions(), (short) 1))
                    .toList()).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** Somebody with a token. */
    public record User(long id, String token) {
    }

    public User user(Role role, Long... projects) {
        long id = IDS.incrementAndGet();
        String token = "token-of-" + id;
        publish(new AccessRecord(id, "u" + id + "@prefstream.test", "", "", role, true, 1, Hashes.sha256(token),
                List.of(), List.of(projects)), 1);
        return new User(id, token);
    }

    public long project(int overlap) {
        return project(overlap, true, "REQUEUE_FOR_OTHERS");
    }

    public long project(int overlap, boolean allowsEmpty, String skipQueue) {
        long id = IDS.incrementAndGet();
        publish(projectRecord(id, overlap, allowsEmpty, skipQueue), 1);
        return id;
    }

    static ProjectRecord projectRecord(long id, int overlap, boolean allowsEmpty, String skipQueue) {
        return new ProjectRecord(id, "Project " + id, "", overlap, "Sequential sampling", skipQueue, true, allowsEmpty,
                spec());
    }

    /** {@return the configuration that every project of these tests has} */
    public static ComparisonSpec spec() {
        return new ComparisonSpec(
                List.of(new ShownObject("prompt", "Text", "prompt", null, false),
                        new ShownObject("answer1", "Text", "answer1", null, true),
                        new ShownObject("answer2", "Text", "answer2", null, true)),
                List.of(new Control("comparison", "pairwise", List.of("answer1", "answer2"), List.of(), false, 0,
                        false),
                        new Control("flag", "choices", List.of("prompt"), List.of("Tie", "Both bad", "Odd"), true, 0,
                                false)));
    }

    public List<Long> tasks(long project, int overlap, int count) {
        List<Long> ids = new ArrayList<>();
        for (int place = 1; place <= count; place++) {
            long id = IDS.incrementAndGet();
            publish(task(id, project, place, overlap), 1);
            ids.add(id);
        }
        return ids;
    }

    public static TaskRecord task(long id, long project, long innerId, int overlap) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("prompt", "prompt of " + id);
        data.put("answer1", "first of " + id);
        data.put("answer2", "second of " + id);
        data.put("answer1_model", "m-900");
        data.put("answer2_model", "m-1200");
        return new TaskRecord(id, project, innerId, data, Map.of(), BEGINNING, BEGINNING, 1, 1, overlap,
                Hashes.sha256(Json.write(data)), "train", List.of());
    }

    public void importAnnotation(long task, long project, long author, List<Object> result) {
        publish(new ImportedAnnotationRecord(task, project, 0, author, result, false, false, null, BEGINNING, BEGINNING,
                BEGINNING, null, null, Hashes.sha256(Json.write(spec())), task(task, project, 1, 1).contentSha256()),
                1);
    }

    public void deleteTask(long task) {
        send(Topic.TASKS, Long.toString(task), null, 2);
    }

    /** Lets everybody know a record. */
    public void publish(TopicRecord record, long revision) {
        send(record.topic(), record.key(), Json.write(record), revision);
    }

    private void send(Topic topic, String key, @Nullable String value, long revision) {
        ProducerRecord<String, String> record = new ProducerRecord<>(names.onBroker(topic), key, value);
        record.headers().add(Headers.REVISION, Long.toString(revision).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return every record of a topic up to now whose key begins so, in order of offsets per partition} */
    public List<ConsumerRecord<String, @Nullable String>> published(Topic topic, String keyPrefix) {
        return published(topic.topicName(), keyPrefix);
    }

    /** {@return the same of a topic that is called so before its prefix} */
    public List<ConsumerRecord<String, @Nullable String>> published(String topicName, String keyPrefix) {
        List<ConsumerRecord<String, @Nullable String>> found = new ArrayList<>();
        try (KafkaConsumer<String, @Nullable String> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(names.onBroker(topicName))
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().startsWith(keyPrefix)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
