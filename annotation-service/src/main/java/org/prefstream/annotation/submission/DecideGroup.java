package org.prefstream.annotation.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.prefstream.annotation.draft.Drafts;
import org.prefstream.kit.database.Outcome;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.kit.web.KeyedGroup;
import org.prefstream.kit.web.KeyedRequest;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * Decides the judgements of a group one after another. What is known of a task is true for its first judgement alone, so a
 * later one of the same task, unique_id or key comes again with the next group. So does one that comes behind more than is
 * stored at once. A judgement that is refused leaves the others as they are.
 */
final class DecideGroup {

    /**
     * A judgement as it was sent.
     *
     * @param keyed the request that brought it, if that has a key
     * @param bytes about how much memory it takes
     */
    record Sent(Judgement judgement, Optional<KeyedRequest> keyed, long bytes) {

        /** @param fields what the judgement was read from */
        static Sent of(Judgement judgement, Optional<KeyedRequest> keyed, Request request, Fields fields) {
            return new Sent(judgement, keyed, fields.bytes() + request.body().length());
        }
    }

    /** The most that a group, or a set of imported annotations, records before the next judgement comes with the next one. */
    static final long CHARACTERS_MAX = 16L * 1024 * 1024;

    private final Facts facts;
    private final KeyedGroup keys;
    private final List<NewIdentity> identities;
    private final Instant now;
    private final Set<Long> tasks = new HashSet<>();
    private final Set<UUID> uniqueIds = new HashSet<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Drafts.Ended> endedDrafts = new ArrayList<>();
    private long characters;

    /** @param identities one for each judgement */
    DecideGroup(Facts facts, KeyedGroup keys, List<NewIdentity> identities, Instant now) {
        this.facts = facts;
        this.keys = keys;
        this.identities = identities;
        this.now = now;
    }

    /** {@return one outcome for each judgement, in order} */
    List<Outcome<Answer>> outcomes(List<Sent> group) {
        List<Outcome<Answer>> outcomes = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            outcomes.add(outcome(group.get(i), identities.get(i)));
        }
        return outcomes;
    }

    /** {@return what was decided, without what was refused} */
    List<Decision> decisions() {
        return decisions;
    }

    /** {@return the drafts that were submitted} */
    List<Drafts.Ended> endedDrafts() {
        return endedDrafts;
    }

    private Outcome<Answer> outcome(Sent sent, NewIdentity identity) {
        try {
            Optional<KeyedRequest> keyed = sent.keyed();
            if (keyed.isPresent() && keys.isBehindAnother(keyed.get())) {
                return new Outcome.Again<>();
            }
            Optional<Answer> given = keyed.flatMap(keys::given);
            return given.isPresent() ? new Outcome.Done<>(given.get()) : decide(sent, identity);
        } catch (RuntimeException refused) {
            return new Outcome.Refused<>(refused);
        }
    }

    private Outcome<Answer> decide(Sent sent, NewIdentity identity) {
        Judgement judgement = sent.judgement();
        boolean held = facts.isHeld(judgement);
        if (held || characters > CHARACTERS_MAX || isBehindAnother(judgement)) {
            sent.keyed().ifPresent(keys::forget);
            return held ? new Outcome.Held<>() : new Outcome.Again<>();
        }
        try {
            Decision decision = judgement.decide(facts, identity, now);
            Answer answer = judgement.answer(decision.annotation(), facts.author(decision.annotation()), now);
            decisions.add(decision);
            judgement.endedDraft(decision.annotation()).ifPresent(endedDrafts::add);
            characters += OutboxEntry.characters(decision.entries());
            sent.keyed().ifPresent(key -> keys.keep(key, answer));
            return new Outcome.Done<>(answer);
        } catch (RuntimeException refused) {
            sent.keyed().ifPresent(keys::forget);
            return new Outcome.Refused<>(whyRefused(judgement, refused));
        }
    }

    /** What does not fit a task or its project may fit what they are by now. */
    private RuntimeException whyRefused(Judgement judgement, RuntimeException refused) {
        return refused instanceof ProblemException problem && problem.status() == 400
                ? facts.taskOf(judgement)
                        .<RuntimeException>map(task -> new RefusedContent(task, problem))
                        .orElse(refused)
                : refused;
    }

    private boolean isBehindAnother(Judgement judgement) {
        boolean sameTask = facts.taskOf(judgement).map(task -> !tasks.add(task)).orElse(false);
        return sameTask || judgement.sentId().map(sent -> !uniqueIds.add(sent.uniqueId())).orElse(false);
    }
}
