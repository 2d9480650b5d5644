package org.prefstream.annotation.copies;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.kit.security.AccessCopy;

import io.smallrye.mutiny.Uni;

/** Keeps the kit's copy of who may do what in step with task-service. */
@ApplicationScoped
class AccessProjection {

    private final AccessCopy copy;

    AccessProjection(AccessCopy copy) {
        this.copy = copy;
    }

    @Incoming("access")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return copy.follow(records);
    }
}
