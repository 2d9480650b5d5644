package org.prefstream.kit.projection;

import org.apache.kafka.clients.consumer.ConsumerRecords;

import io.quarkus.arc.Arc;

/** Lets {@link Handover} keep what was polled. */
public final class HandoverInterceptor extends PollInterceptor {

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
}
