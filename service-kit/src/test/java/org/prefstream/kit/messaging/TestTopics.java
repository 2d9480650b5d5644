package org.prefstream.kit.messaging;

import java.util.List;
import java.util.Optional;

import org.prefstream.contract.Topic;

/** Topics of a service that runs without Quarkus. */
public record TestTopics(
        Optional<String> prefix,
        int partitions,
        Optional<List<Topic>> owned,
        Optional<List<Topic>> consumed) implements TopicsConfig {

    /** {@return the names of a service's topics under a prefix of their own} */
    public static TopicNames names(String prefix, int partitions, String service, List<Topic> owned) {
        return new TopicNames(new TestTopics(Optional.of(prefix), partitions, Optional.of(owned), Optional.empty()),
                service);
    }

    /** {@return what makes or verifies them} */
    public static TopicSetup setup(TopicNames names, String bootstrapServers) {
        return new TopicSetup(names, KafkaSettings.at(bootstrapServers));
    }
}
