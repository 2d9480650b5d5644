package org.prefstream.task.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.json.Json;

/** Publishes annotations as annotation-service does. */
public final class AnnotationTopic {

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());

    private AnnotationTopic() {
    }

    /** {@return an id that no other test uses, higher than those before} */
    public static long newId() {
        return IDS.incrementAndGet();
    }

    /** {@return an annotation that prefers the left answer, or skips} */
    public static AnnotationRecord annotation(long id, int project, int task, long author, boolean skipped) {
        return annotation(id, project, task, author,
                skipped
                        ? List.of()
                        : List.of(Map.of("from_name", "comparison", "to_name", "comparison", "type", "pairwise",
                                "value", Map.of("selected", "left"))),
                skipped);
    }

    /** {@return an annotation with that result} */
    public static AnnotationRecord annotation(long id, int project, int task, long author, List<Object> result,
            boolean skipped) {
        Instant now = Instant.parse("2026-11-23T03:00:00.123456Z");
        return new AnnotationRecord(id, task, project, author, author, result, skipped, false, now, now,
                new BigDecimal("12.5"), UUID.randomUUID(), null, null, List.of(), List.of(0, 1), "", null, null,
                skipped ? "Both are cut off." : null);
    }

    /** Sends records in order; null is a deletion. {@return where the record is} */
    public static RecordMetadata send(long id, long revision, @Nullable AnnotationRecord state)
            throws ExecutionException, InterruptedException {
        String servers = property("kafka.bootstrap.servers").orElseThrow();
        String topic = property("prefstream.topic-prefix").orElse("") + Topic.ANNOTATIONS.topicName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
            }
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers), new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, Long.toString(id),
                    state == null ? null : Json.write(state));
            record.headers().add(Headers.REVISION, Long.toString(revision).getBytes(StandardCharsets.UTF_8));
            return producer.send(record).get();
        }
    }

    private static Optional<String> property(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }
}
