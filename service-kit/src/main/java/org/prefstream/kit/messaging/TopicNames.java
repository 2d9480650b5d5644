package org.prefstream.kit.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prefstream.contract.Topic;

/** The names that this installation's broker has for topics, and which of them this service owns or reads. */
@ApplicationScoped
public class TopicNames {

    private final TopicsConfig config;
    private final String service;

    TopicNames(TopicsConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    /** {@return the name of this service, such as {@code task-service}} */
    public String service() {
        return service;
    }

    /** {@return the broker's name of a topic given without prefix} */
    public String onBroker(String topicName) {
        return config.prefix().orElse("") + topicName;
    }

    /** {@return the broker's name of a topic} */
    public String onBroker(Topic topic) {
        return onBroker(topic.topicName());
    }

    /** {@return the name, without prefix, of the topic for what this service could not apply from the given topic} */
    public String deadLetters(Topic topic) {
        return topic.topicName() + "." + service + ".dlq";
    }

    /** {@return the broker's name of the topic of the relay's manifests} */
    public String manifests() {
        return onBroker("prefstream." + service + ".relay");
    }

    /** {@return the topics that this service owns} */
    public List<Topic> owned() {
        return config.owned().orElse(List.of());
    }

    /** {@return the topics that this service keeps copies of} */
    public List<Topic> consumed() {
        return config.consumed().orElse(List.of());
    }

    /** {@return how many partitions a topic of the contract has} */
    public int partitions() {
        return config.partitions();
    }
}
