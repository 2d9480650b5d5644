package org.prefstream.annotation.copies;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;
import org.prefstream.kit.projection.VersionedStates;

import io.smallrye.mutiny.Uni;

/** Asks task-service for what no topic has brought yet, and keeps the answer in the copy. */
@ApplicationScoped
class ReadThrough {

    private final Peers peers;
    private final Projector projector;

    ReadThrough(Peers peers, Projector projector) {
        this.peers = peers;
        this.projector = projector;
    }

    /**
     * Brings one key's present state into its copy. It does nothing where the owner does not know the key.
     *
     * @param path where the owner answers, below {@code /internal/}, such as {@code tasks/7}
     * @param copy the projection that keeps the answer
     */
    <R extends TopicRecord> Uni<Void> bring(String path, Class<R> type, Projection<R> copy) {
        return peers.askOwner("task", path, type).chain(owned -> projector.apply(copy, owned.stream().toList()));
    }

    /**
     * Brings the present states of several keys into their copy.
     *
     * @param path where the owner answers, as above
     */
    <R extends TopicRecord> Uni<Void> bringAll(String path, Class<R> type, Projection<R> copy) {
        return peers.ask("task", path, Map.of(), VersionedStates.class, Peers.TIMEOUT)
                .map(owned -> owned.map(found -> found.as(type)).orElse(List.of()))
                .chain(changes -> projector.apply(copy, changes));
    }
}
