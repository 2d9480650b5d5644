package org.prefstream.annotation.submission;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.NewestContent;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.lease.LeaseTable;
import org.prefstream.annotation.submission.DecideGroup.Sent;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.Connections;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.GroupCommit;
import org.prefstream.kit.database.GroupLimits;
import org.prefstream.kit.database.Outcome;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.kit.web.KeyedGroup;
import org.prefstream.kit.web.KeyedRequests;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Stores judgements in groups: annotations, leases, slots and dataset rows change together or not at all. All that people
 * submit, skip and edit goes this way.
 */
@ApplicationScoped
public class StoreJudgements {

    private static final int GROUP_MAX = 128;
    /** What follows from a judgement takes several times its own memory until the group is stored. */
    private static final long GROUP_BYTES_MAX = 8L * 1024 * 1024;
    /** A bound for the memory; how long they would wait is looked at as well. */
    private static final int WAITING_MAX = 1_200;
    private static final long WAITING_BYTES_MAX = 32L * 1024 * 1024;
    /** How long a judgement waits for a task that another transaction holds: as long as a claim waits for tasks. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final GroupLimits LIMITS = new GroupLimits(GROUP_MAX, GROUP_BYTES_MAX, WAITING_MAX,
            WAITING_BYTES_MAX, PATIENCE);

    private final NewestContent newest;
    private final KeyedRequests requests;
    private final ReadFacts readFacts;
    private final ShownContents shownContents;
    private final Slots slots;
    private final Outbox outbox;
    private final Clock clock;
    private final GroupCommit<Sent, Answer> committer;

    StoreJudgements(NewestContent newest, KeyedRequests requests, ReadFacts readFacts, ShownContents shownContents,
            Slots slots, Outbox outbox, CommitSignal signal, Clock clock, Vertx vertx, Connections connections) {
        this.newest = newest;
        this.requests = requests;
        this.readFacts = readFacts;
        this.shownContents = shownContents;
        this.slots = slots;
        this.outbox = outbox;
        this.clock = clock;
        this.committer = new GroupCommit<>(vertx, connections, this::store, Sent::bytes, LIMITS,
                inBulk -> wake(signal, inBulk));
    }

    private static void wake(CommitSignal signal, boolean inBulk) {
        if (inBulk) {
            signal.bulkCommitted();
        } else {
            signal.wake();
        }
    }

    /**
     * {@return the answer to a judgement, once it is stored, and the first answer to one that was sent before with the same key}
     *
     * @param request what tells a repeated request from a new one
     * @param fields what the judgement was read from
     */
    Uni<Answer> store(Judgement judgement, Request request, Fields fields) {
        return stored(Sent.of(judgement, requests.of(request), request, fields), committer::commit);
    }

    /** {@return the same for one of many judgements of a program, which people do not wait behind} */
    Uni<Answer> storeInBulk(Judgement judgement, Request request, Fields fields) {
        return stored(Sent.of(judgement, requests.of(request), request, fields), committer::commitInBulk);
    }

    /** Copies may be behind. A judgement is refused only by what its task and project are now. */
    private Uni<Answer> stored(Sent sent, Function<Sent, Uni<Answer>> commit) {
        return commit.apply(sent)
                .onFailure(RefusedContent.class)
                .recoverWithUni(refused -> newest.bring(refused.taskId())
                        .chain(() -> commit.apply(sent))
                        .onFailure(RefusedContent.class)
                        .transform(RefusedContent::refusal));
    }

    private Uni<List<Outcome<Answer>>> store(Flight flight, List<Sent> group) {
        KeyedGroup keys = new KeyedGroup(flight, group.stream().flatMap(sent -> sent.keyed().stream()).toList());
        Future<RowSet<Row>> identities = Revisions.ofNew(flight, "annotation", group.size());
        return readFacts.of(flight, group.stream().map(Sent::judgement).toList())
                .map(facts -> new DecideGroup(facts, keys, Revisions.identities(identities.result()), clock.instant()))
                .map(deciding -> {
                    List<Outcome<Answer>> outcomes = deciding.outcomes(group);
                    write(flight, deciding.decisions());
                    Drafts.end(flight, deciding.endedDrafts());
                    keys.send(flight);
                    return outcomes;
                });
    }

    private void write(Flight flight, List<Decision> decisions) {
        shownContents.keep(flight,
                decisions.stream().flatMap(one -> Optional.ofNullable(one.shown()).stream()).toList());
        AnnotationTable.insert(flight, annotations(decisions, Decision.Kind.ADDED));
        List<Annotation> edited = annotations(decisions, Decision.Kind.EDITED);
        AnnotationChanges.edited(flight, edited);
        AnnotationTable.replace(flight, edited);
        LeaseTable.submit(flight,
                decisions.stream().flatMap(one -> Optional.ofNullable(one.ended()).stream()).toList());
        outbox.record(flight, decisions.stream().flatMap(one -> one.entries().stream()).toList());
        slots.recount(flight, decisions.stream().flatMap(one -> one.recounted().stream()).toList());
    }

    private static List<Annotation> annotations(List<Decision> decisions, Decision.Kind kind) {
        return decisions.stream().filter(one -> one.is(kind)).map(Decision::annotation).toList();
    }
}
