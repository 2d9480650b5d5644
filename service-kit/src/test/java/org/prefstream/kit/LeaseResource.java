package org.prefstream.kit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Endpoints on a path of our own; two of them submit, with the shield of transactions and without it. */
@Path("/api/leases/kit")
@PermitAll
public class LeaseResource {

    private final Notes notes;
    private final Mutiny.SessionFactory sessions;

    LeaseResource(Notes notes, Mutiny.SessionFactory sessions) {
        this.notes = notes;
        this.sessions = sessions;
    }

    @GET
    @Path("lost")
    public String lost() {
        throw new ProblemException(ProblemType.LEASE_LOST, "Somebody else has the task now.");
    }

    @POST
    @Path("submit")
    public Uni<String> submit(String words) {
        return notes.write(words).map(String::valueOf);
    }

    @POST
    @Path("submit-from-worker")
    @Blocking
    public String submitFromWorker(String words) {
        return String.valueOf(notes.write(words).await().indefinitely());
    }

    /** The same two statements as the kit's own way, in a transaction that the request carries. */
    @POST
    @Path("submit-unshielded")
    public Uni<String> submitUnshielded(String words) {
        return sessions.withStatelessTransaction(session -> session
                .createNativeQuery("insert into note (revision, words) values (1, ?1) returning id", Long.class)
                .setParameter(1, words)
                .getSingleResult()
                .call(id -> session.createNativeQuery("""
                        insert into outbox (aggregatetype, aggregateid, type, payload, revision)
                        values (?1, ?2, ?3, ?4, 1)
                        """)
                        .setParameter(1, Topic.TASKS.topicName())
                        .setParameter(2, Long.toString(id))
                        .setParameter(3, Topic.TASKS.eventType())
                        .setParameter(4, Json.write(Notes.record(id, words)))
                        .executeUpdate()))
                .map(String::valueOf);
    }
}
