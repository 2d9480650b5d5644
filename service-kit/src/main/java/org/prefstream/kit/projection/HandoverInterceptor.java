package org.prefstream.kit.projection;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import io.quarkus.arc.Arc;

/** Calls {@link Handover} on the polling thread, between the poll and the connector. Kafka makes one of these for each consumer. */
public final class HandoverInterceptor implements ConsumerInterceptor<String, byte[]> {

    private final Handover handover;

    /** For Kafka, which makes it by its name. */
    public HandoverInterceptor() {
        this.handover = Arc.container().instance(Handover.class).get();
    }

    /** Each channel reads one topic. */
    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        handover.await(records);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nothing is committed to the group.
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // It has no settings.
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
