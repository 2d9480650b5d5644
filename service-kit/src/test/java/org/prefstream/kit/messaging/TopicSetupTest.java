package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;

/** Topics are made once, and then must stay as they are. */
class TopicSetupTest {

    private final String prefix = "s" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final String bootstrap = RealServers.shared().bootstrap();

    @Test
    void topicsThatStandAsTheyMustAreLeftAlone() throws Exception {
        setup(3).ensure();

        assertThatNoException().isThrownBy(() -> setup(3).ensure());
    }

    @Test
    void aTopicWithOtherPartitionsIsNamed() throws Exception {
        setup(3).ensure();

        assertThatThrownBy(() -> setup(12).ensure()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining(prefix + "prefstream.tasks.v1 has 3 partitions")
                .hasMessageContaining("prefstream.topics.partitions is 12");
    }

    private TopicSetup setup(int partitions) {
        return TestTopics.setup(TestTopics.names(prefix, partitions, "setup", List.of(Topic.TASKS)), bootstrap);
    }
}
