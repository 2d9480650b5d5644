package org.prefstream.kit.messaging;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Asks the broker for the ids of topics. A topic that is made anew under the same name has another id. */
@ApplicationScoped
public class TopicIds {

    private final KafkaSettings kafka;

    TopicIds(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * {@return the id of the topic that has this name on the broker now; empty if there is none}; blocks
     *
     * @throws KafkaException if the broker does not answer
     */
    public Optional<String> of(String topic) {
        try (Admin admin = KafkaAdmin.open(kafka)) {
            return Optional.ofNullable(KafkaAdmin.describe(admin, Set.of(topic)).get(topic))
                    .map(description -> description.topicId().toString());
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not say which topic %s is".formatted(topic), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the broker was asked about " + topic, e);
        }
    }
}
