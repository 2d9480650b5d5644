package org.prefstream.kit.messaging;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.CommonClientConfigs;

import io.smallrye.common.annotation.Identifier;

/**
 * What all Kafka clients of this service have in common: where the brokers are, and how to reach them by TLS and to log in. An
 * operator writes it once, as {@code kafka.…} or in variables {@code KAFKA_…}. The channels read the same map.
 */
@ApplicationScoped
public class KafkaSettings {

    private final Map<String, Object> shared;

    @Inject
    KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> shared) {
        this.shared = shared;
    }

    /** {@return settings that say no more than where the brokers are} */
    static KafkaSettings at(String bootstrapServers) {
        return new KafkaSettings(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /**
     * {@return all settings of a client that is in no consumer group}
     *
     * @param own what the client's work demands; an operator cannot change it
     */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(shared);
        all.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        all.putAll(own);
        return all;
    }
}
