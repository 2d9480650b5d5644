package org.prefstream.kit.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.prefstream.contract.Topic;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;

/** The consumers of this service's channels. Each channel has the name of its topic's word. */
@ApplicationScoped
public class TopicReaders {

    private final KafkaClientService clients;

    TopicReaders(KafkaClientService clients) {
        this.clients = clients;
    }

    /**
     * Lets the consumers of a topic join their group anew, so that they ask where to begin. What they have polled before is
     * dropped.
     *
     * @param why for the log of the broker
     * @return whether anybody reads the topic
     */
    public Uni<Boolean> joinAnew(Topic topic, String why) {
        List<KafkaConsumer<String, byte[]>> reading = clients.getConsumers(topic.word());
        return Multi.createFrom()
                .iterable(reading)
                .onItem()
                .transformToUniAndConcatenate(one -> joinAnew(one, why))
                .collect()
                .last()
                .replaceWith(!reading.isEmpty());
    }

    private static Uni<Void> joinAnew(KafkaConsumer<String, byte[]> one, String why) {
        return one.runOnPollingThread((Consumer<String, byte[]> consumer) -> consumer.enforceRebalance(why));
    }
}
