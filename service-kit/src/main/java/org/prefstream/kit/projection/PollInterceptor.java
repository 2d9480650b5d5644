package org.prefstream.kit.projection;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Stands on the polling thread of a channel's consumer, between the poll and the connector. Kafka makes one for each consumer, by its
 * name, so it finds its beans for itself.
 */
abstract class PollInterceptor implements ConsumerInterceptor<String, byte[]> {

    @Override
    public final void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nothing is committed to the group.
    }

    @Override
    public final void configure(Map<String, ?> configs) {
        // It has no settings.
    }

    @Override
    public final void close() {
        // It holds nothing.
    }
}
