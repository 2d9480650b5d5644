package org.prefstream.kit.architecture.violation;

import jakarta.ws.rs.PathParam;

import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.export.OfAService;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What nobody may write. */
public final class Violations {

    private Violations() {
    }

    /** A transaction that the request carries, by annotation. */
    public static class AnnotatedTransaction {

        @WithTransaction
        public Uni<Void> write() {
            return Uni.createFrom().voidItem();
        }
    }

    /** A transaction that the request carries, by a call. */
    public static class CalledTransaction {

        public Uni<Void> write() {
            return Panache.withTransaction(() -> Uni.createFrom().voidItem());
        }
    }

    /** A transaction past Panache. */
    public static class SessionTransaction {

        public Uni<Void> write(Mutiny.SessionFactory sessions) {
            return sessions.withStatelessTransaction(session -> Uni.createFrom().voidItem());
        }
    }

    /** Sends past the outbox. */
    public static class OwnProducer {

        public @Nullable Producer<String, String> producer;
    }

    /** Sends past the outbox by a channel. */
    public static class OwnEmitter {

        public @Nullable Emitter<String> emitter;
    }

    /** Takes a parameter in the other style. */
    public static class OtherStyle {

        public long read(@PathParam("id") long id) {
            return id;
        }
    }

    /** Knows a service. */
    public static class KnowsAService {

        public @Nullable OfAService service;
    }
}
