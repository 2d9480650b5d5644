package org.prefstream.annotation.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.submission.AcceptedContent.Content;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.projection.Projector.Refused;

/**
 * Decides a set of imported annotations one after another: plain code, which asks nobody. One that is refused leaves the others
 * as they are.
 */
final class DecideImported {

    /** An imported annotation that waits, and what is known of its task and project now. */
    record Waiting(ImportedAnnotationRecord record, TaskRecord task, ProjectRecord project) {
    }

    /** An imported annotation whose result fits what it was accepted under, and what follows from it. */
    record Accepted(String importKey, Annotation annotation, Shown shown, List<OutboxEntry> entries) {

        Accepted {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What was decided.
     *
     * @param count how many of the set were looked at; those behind them come with the next set
     */
    record Decided(int count, List<Accepted> accepted, List<Refused> refused) {

        Decided {
            accepted = List.copyOf(accepted);
            refused = List.copyOf(refused);
        }
    }

    /** A unique_id within its project. */
    private record OwnId(long projectId, UUID uniqueId) {
    }

    private final Set<OwnId> uniqueIds = new HashSet<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private long characters;

    private DecideImported() {
    }

    /**
     * {@return what becomes of each; of two with the same unique_id the second one goes on waiting}
     *
     * @param waiting at least one
     * @param contents what each was accepted under; empty where nobody has that any more
     * @param identities one for each
     */
    static Decided decide(List<Waiting> waiting, List<Optional<Content>> contents, List<NewIdentity> identities) {
        var deciding = new DecideImported();
        int count = 0;
        do {
            deciding.decide(waiting.get(count), contents.get(count).orElse(null), identities.get(count));
            count++;
        } while (count < waiting.size() && deciding.characters < DecideGroup.CHARACTERS_MAX);
        return new Decided(count, deciding.accepted, deciding.refused);
    }

    private void decide(Waiting one, @Nullable Content content, NewIdentity identity) {
        ImportedAnnotationRecord record = one.record();
        OwnId ownId = record.uniqueId() == null ? null : new OwnId(record.projectId(), record.uniqueId());
        if (ownId != null && uniqueIds.contains(ownId)) {
            return;
        }
        try {
            Accepted found = accept(one, content, identity);
            accepted.add(found);
            characters += OutboxEntry.characters(found.entries());
            if (ownId != null) {
                uniqueIds.add(ownId);
            }
        } catch (RuntimeException e) {
            refused.add(new Refused(record, e));
        }
    }

    private static Accepted accept(Waiting one, @Nullable Content content, NewIdentity identity) {
        if (content == null) {
            throw new IllegalStateException(
                    "task-service no longer has the configuration or the data that it was accepted under");
        }
        ImportedAnnotationRecord record = one.record();
        Shown shown = Shown.of(content.spec(), content.data());
        SubmittedResult submitted = SubmittedResult.imported(shown, one.project(), record);
        Annotation annotation = Annotation.imported(identity, Origin.of(record, ShownOrder.asInData(shown)), shown,
                submitted, record);
        return new Accepted(record.key(), annotation, shown, annotation.deriveRecords(shown, one.task().split()));
    }
}
