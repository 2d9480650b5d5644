package org.prefstream.annotation.submission;

import java.time.Instant;
import java.util.Optional;

import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * What a person answers instead of what they answered before, by the same places on the page.
 *
 * @param answers the token is not looked at: whoever has judged a task may say so again
 */
record Amendment(long annotationId, Person person, PageVerdict answers) implements Judgement {

    @Override
    public Optional<Long> annotation() {
        return Optional.of(annotationId);
    }

    @Override
    public Optional<Drafts.Ended> endedDraft(Annotation annotation) {
        return answers.hadDraft()
                ? Optional.of(new Drafts.Ended(annotation.taskId(), person.id(), null))
                : Optional.empty();
    }

    @Override
    public Decision decide(Facts facts, NewIdentity identity, Instant now) {
        return new AnnotationEdit(annotationId, person, this::apply).decide(facts, identity, now);
    }

    private SubmittedResult apply(Annotation present, Shown shown, ProjectRecord project) {
        present.requireOf(person);
        if (!project.asks().changes()) {
            throw ProblemException.forbidden("This project takes no changes of judgements (allow_changes is false).");
        }
        return answers.change(present.submitted(), shown, present.shownOrder(), project);
    }

    @Override
    public Answer answer(Annotation annotation, String author, Instant now) {
        return Answer.json(200,
                new LeaseVerdict.Stored(annotation.id(), annotation.revision(), annotation.projectId()));
    }
}
