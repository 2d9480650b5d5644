package org.prefstream.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Times;
import org.prefstream.contract.Topic;

/** Says where rows go and how they look there: topic, key, value, and CloudEvents headers in binary mode. */
@ApplicationScoped
class RelayRoute {

    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] CONTENT_TYPE = utf8("application/json");
    /** The ids of the schemas by the names of their topics. */
    private static final Map<String, byte[]> SCHEMAS = Stream.of(Topic.values())
            .collect(Collectors.toMap(Topic::topicName, topic -> utf8(topic.schemaId())));

    private final TopicNames names;
    private final KafkaSettings kafka;
    private final byte[] source;

    RelayRoute(TopicNames names, KafkaSettings kafka) {
        this.names = names;
        this.kafka = kafka;
        this.source = utf8("/prefstream/" + names.service());
    }

    /** {@return what the clients of the relay share} */
    KafkaSettings kafka() {
        return kafka;
    }

    /** {@return the manifest topic, whose name is the relay's transactional id as well} */
    String manifests() {
        return names.manifests();
    }

    /** {@return the broker's name of a row's topic} */
    String topic(String topicName) {
        return names.onBroker(topicName);
    }

    /** {@return whether the topic with that name on the broker is one of the contract's that this service owns} */
    boolean isOwned(String nameOnBroker) {
        return names.owned().stream().map(names::onBroker).anyMatch(nameOnBroker::equals);
    }

    /**
     * {@return whether the owner of the topic with that name on the broker keeps the states that it has published there}
     * Annotations that come with tasks are on their topic alone until annotation-service has read them.
     */
    boolean isKept(String nameOnBroker) {
        return !nameOnBroker.equals(names.onBroker(Topic.IMPORTS));
    }

    /** {@return the record that is sent for a row of the outbox of that identity; it is the same each time} */
    ProducerRecord<byte[], byte[]> record(UUID outbox, OutboxRow row) {
        byte[] key = utf8(row.key());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic(row.topicName()), key,
                row.payload() == null ? null : utf8(row.payload()));
        var headers = record.headers();
        headers.add(Headers.SPEC_VERSION, SPEC_VERSION);
        headers.add(Headers.ID, utf8(outbox + "/" + row.id()));
        headers.add(Headers.TYPE, utf8(row.type()));
        headers.add(Headers.SOURCE, source);
        headers.add(Headers.SUBJECT, key);
        headers.add(Headers.TIME, utf8(Times.format(row.recordedAt())));
        headers.add(Headers.CONTENT_TYPE, CONTENT_TYPE);
        headers.add(Headers.REVISION, utf8(Long.toString(row.revision())));
        byte[] schema = SCHEMAS.get(row.topicName());
        if (schema != null) {
            headers.add(Headers.DATA_SCHEMA, schema);
        }
        row.headers().forEach((name, value) -> headers.add(name, utf8(value)));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
