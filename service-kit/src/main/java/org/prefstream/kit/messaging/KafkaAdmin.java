package org.prefstream.kit.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker about topics. */
final class KafkaAdmin {

    private static final int PATIENCE_MS = 10_000;
    private static final int REQUEST_MS = 5_000;

    private KafkaAdmin() {
    }

    /** {@return a client that gives up after some seconds} */
    static Admin open(KafkaSettings kafka) {
        return Admin.create(kafka.with(Map.of(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS)));
    }

    /** {@return what is known of those of the topics that exist, by their names} */
    static Map<String, TopicDescription> describe(Admin admin, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> found = new HashMap<>();
        for (var description : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                found.put(description.getKey(), description.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }
}
