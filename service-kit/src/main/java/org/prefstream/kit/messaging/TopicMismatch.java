package org.prefstream.kit.messaging;

/** Says that a topic has another number of partitions than this installation is set to. */
public final class TopicMismatch extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TopicMismatch(String topic, int wanted, int found) {
        super("topic %s has %d partitions, but prefstream.topics.partitions is %d: nothing is published until they agree"
                .formatted(topic, found, wanted));
    }
}
