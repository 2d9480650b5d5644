package org.prefstream.kit.projection;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.TopicReaders;

import io.smallrye.mutiny.Uni;

/** Lets a topic be read again from behind what the database says is applied, which {@link AppliedOffsetsListener} asks for. */
@ApplicationScoped
class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);

    private final TopicReaders readers;

    Replay(TopicReaders readers) {
        this.readers = readers;
    }

    /** Completes when the topic's consumers begin anew. It fails with the loss itself if nobody reads the topic. */
    Uni<Void> of(Topic topic, CopyFellBehind loss) {
        LOG.errorf("the copy of %s is read again: %s", topic.word(), loss.getMessage());
        return readers.joinAnew(topic, "the database has lost records")
                .chain(reading -> reading ? Uni.createFrom().voidItem() : Uni.createFrom().failure(loss));
    }
}
