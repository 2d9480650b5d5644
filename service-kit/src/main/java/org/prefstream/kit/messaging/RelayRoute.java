package org.prefstream.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Times;
import org.prefstream.contract.Topic;

/** Says where rows go and how they look there: topic, key, value, and CloudEvents headers in binary mode. */
@ApplicationScoped
class RelayRoute {

    private final TopicNames names;
    private final KafkaSettings kafka;

    RelayRoute(TopicNames names, KafkaSettings kafka) {
        this.names = names;
        this.kafka = kafka;
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

    /** {@return the record that is sent for a row of the outbox of that identity; it is the same each time} */
    ProducerRecord<byte[], byte[]> record(UUID outbox, OutboxRow row) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic(row.topicName()), utf8(row.key()),
                row.payload() == null ? null : utf8(row.payload()));
        var headers = record.headers();
        headers.add(Headers.SPEC_VERSION, utf8("1.0"));
        headers.add(Headers.ID, utf8(outbox + "/" + row.id()));
        headers.add(Headers.TYPE, utf8(row.type()));
        headers.add(Headers.SOURCE, utf8("/prefstream/" + names.service()));
        headers.add(Headers.SUBJECT, utf8(row.key()));
        headers.add(Headers.TIME, utf8(Times.format(row.recordedAt())));
        headers.add(Headers.CONTENT_TYPE, utf8("application/json"));
        headers.add(Headers.REVISION, utf8(Long.toString(row.revision())));
        String schema = schemaOf(row.topicName());
        if (schema != null) {
            headers.add(Headers.DATA_SCHEMA, utf8(schema));
        }
        row.headers().forEach((name, value) -> headers.add(name, utf8(value)));
        return record;
    }

    private static @Nullable String schemaOf(String topicName) {
        for (Topic topic : Topic.values()) {
            if (topic.topicName().equals(topicName)) {
                return topic.schemaId();
            }
        }
        return null;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
