package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.ProjectCache;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.submission.DecideImported.Accepted;
import org.prefstream.annotation.submission.DecideImported.Decided;
import org.prefstream.annotation.submission.DecideImported.Waiting;
import org.prefstream.annotation.submission.ImportTable.Found;
import org.prefstream.annotation.submission.ImportTable.Stored;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.projection.Projector;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Turns imported annotations, whose tasks and projects are known, into annotations. An import may bring ten thousand of them,
 * so each statement is for a whole set. It runs in the transaction of the caller, which has locked the tasks' rows. Worker
 * threads read and write the JSON, because people's requests run on the event loops.
 */
@ApplicationScoped
class ApplyImported {

    private final ProjectCache projects;
    private final ShownContents shownContents;
    private final Slots slots;
    private final AcceptedContent acceptedContent;
    private final Outbox outbox;
    private final Projector projector;

    ApplyImported(ProjectCache projects, ShownContents shownContents, Slots slots, AcceptedContent acceptedContent,
            Outbox outbox, Projector projector) {
        this.projects = projects;
        this.shownContents = shownContents;
        this.slots = slots;
        this.acceptedContent = acceptedContent;
        this.outbox = outbox;
        this.projector = projector;
    }

    /**
     * Makes annotations of those that fit what they were accepted under, and dead letters of the others. Of two with the same
     * unique_id the second one goes on waiting.
     *
     * @param found at least one
     * @return how many from the beginning are done: all of them, unless more follows from them than may be in memory
     */
    Uni<Integer> apply(List<Found> found) {
        return waiting(found).chain(this::decide).call(this::store).map(Decided::count);
    }

    private Uni<List<Waiting>> waiting(List<Found> found) {
        Map<Long, Long> revisions = found.stream()
                .collect(Collectors.toMap(Found::projectId, Found::projectRevision, (one, same) -> one));
        return ImportTable.read(found)
                .chain(stored -> projects.of(revisions)
                        .chain(present -> CallersContext.onWorker(() -> read(found, stored, present))));
    }

    private static List<Waiting> read(List<Found> found, List<Stored> stored, Map<Long, ProjectRecord> projects) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Waiting(Json.read(stored.get(i).annotation(), ImportedAnnotationRecord.class),
                        Json.read(stored.get(i).task(), TaskRecord.class), present(projects, found.get(i).projectId())))
                .toList();
    }

    private static ProjectRecord present(Map<Long, ProjectRecord> projects, long id) {
        ProjectRecord project = projects.get(id);
        if (project == null) {
            throw new IllegalStateException("it should have been read: project " + id);
        }
        return project;
    }

    private Uni<Decided> decide(List<Waiting> waiting) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(one -> acceptedContent.of(one.record(), one.task(), one.project()))
                .collect()
                .asList()
                .chain(contents -> Revisions.ofNew("annotation", waiting.size())
                        .chain(identities -> CallersContext
                                .onWorker(() -> DecideImported.decide(waiting, contents, identities))));
    }

    private Uni<Void> store(Decided decided) {
        return shownContents.keep(decided.accepted().stream().map(Accepted::shown).distinct().toList())
                .chain(() -> AnnotationTable
                        .insertImported(decided.accepted().stream().map(Accepted::annotation).toList()))
                .chain(stored -> follow(decided, stored));
    }

    private Uni<Void> follow(Decided decided, Set<Long> ids) {
        List<Accepted> stored = decided.accepted().stream().filter(one -> ids.contains(one.annotation().id())).toList();
        return outbox.record(stored.stream().flatMap(one -> one.entries().stream()).toList())
                .chain(() -> projector.setAside(decided.refused()))
                .chain(() -> slots.recount(stored.stream().map(one -> one.annotation().taskId()).distinct().toList()))
                .chain(() -> ImportTable.markApplied(Stream.concat(stored.stream().map(Accepted::importKey),
                        decided.refused().stream().map(one -> one.record().key())).toList()));
    }
}
