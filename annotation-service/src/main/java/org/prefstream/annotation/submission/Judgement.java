package org.prefstream.annotation.submission;

import java.time.Instant;
import java.util.Optional;

import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.lease.LeaseTable.Claimant;
import org.prefstream.annotation.submission.AnnotationTable.SentId;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Idempotency.Answer;

/**
 * What a person says about a task. It names what must be known of its task before it can be decided; deciding it is plain
 * code, which asks nobody.
 */
sealed interface Judgement permits Submission, LeaseVerdict, AnnotationEdit, Amendment {

    /** {@return who says it} */
    Person person();

    /** {@return the task, if the judgement names it} */
    default Optional<Long> task() {
        return Optional.empty();
    }

    /** {@return whose live lease on which task the judgement would end} */
    default Optional<Claimant> claimant() {
        return Optional.empty();
    }

    /** {@return the unique_id that the sender has given it} */
    default Optional<SentId> sentId() {
        return Optional.empty();
    }

    /** {@return the lease, if the judgement names one} */
    default Optional<Long> lease() {
        return Optional.empty();
    }

    /** {@return the annotation, if the judgement names one} */
    default Optional<Long> annotation() {
        return Optional.empty();
    }

    /** {@return the drafts that the annotation makes needless} */
    default Optional<Drafts.Ended> endedDraft(Annotation annotation) {
        return Optional.empty();
    }

    /**
     * {@return what follows from it}
     *
     * @param facts of a group that has no other judgement of the same task
     * @param identity of the annotation that it may make; an edit's revision is at least the identity's
     * @throws RuntimeException that says why it is refused
     */
    Decision decide(Facts facts, NewIdentity identity, Instant now);

    /** {@return what the person is answered; {@code author} is {@code first last email}} */
    Answer answer(Annotation annotation, String author, Instant now);
}
