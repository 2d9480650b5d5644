package org.prefstream.annotation.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.ProjectListener;
import org.prefstream.annotation.copies.TaskListener;
import org.prefstream.annotation.submission.ImportTable.Found;
import org.prefstream.annotation.submission.ImportTable.Of;
import org.prefstream.annotation.submission.ImportTable.Place;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Annotations that came with imported tasks. Each of them waits until its task and project are known and no annotation has its
 * unique_id; then it is applied, once.
 */
@ApplicationScoped
public class ImportedAnnotations implements TaskListener, ProjectListener {

    /** A set is in memory as a whole, with the records of its tasks. */
    private static final long SET_BYTES_MAX = 16L * 1024 * 1024;

    private final ApplyImported applyImported;

    ImportedAnnotations(ApplyImported applyImported) {
        this.applyImported = applyImported;
    }

    /** Applies those that wait for these tasks, in a transaction that has called {@link Arrivals#oneAfterAnother}. */
    public Uni<Void> applyTo(List<Long> taskIds) {
        return apply(Of.TASKS, taskIds.toArray(Long[]::new));
    }

    @Override
    public Uni<Void> tasksKnown(List<Long> taskIds) {
        return applyTo(taskIds);
    }

    @Override
    public Uni<Void> tasksGone(List<Long> taskIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> projectsKnown(List<Long> projectIds) {
        return Multi.createFrom()
                .iterable(projectIds)
                .onItem()
                .transformToUniAndConcatenate(project -> applyAfter(Place.BEGINNING, Of.PROJECT, project))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Applies those that wait because annotations had their unique_ids, and are gone now. */
    Uni<Void> uniqueIdsGone(List<UUID> uniqueIds) {
        return apply(Of.UNIQUE_IDS, uniqueIds.stream().map(UUID::toString).toArray(String[]::new));
    }

    private Uni<Void> apply(Of of, Object[] values) {
        return values.length == 0 ? Uni.createFrom().voidItem() : applyAfter(Place.BEGINNING, of, values);
    }

    /** Set after set, so that each row is read once. */
    private Uni<Void> applyAfter(Place place, Of of, Object value) {
        return ImportTable.waiting(of, value, place)
                .chain(set -> set.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ImportTable.lock(set)
                                .chain(this::applyAll)
                                .chain(() -> set.size() < ImportTable.SET_MAX
                                        ? Uni.createFrom().voidItem()
                                        : applyAfter(set.get(set.size() - 1), of, value)));
    }

    private Uni<Void> applyAll(List<Found> found) {
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : applyImported.apply(inMemory(found)).chain(count -> applyAll(found.subList(count, found.size())));
    }

    /** {@return as many from the beginning as may be in memory; at least one} */
    private static List<Found> inMemory(List<Found> found) {
        List<Found> set = new ArrayList<>();
        long bytes = 0;
        for (Found one : found) {
            bytes += one.bytes();
            if (!set.isEmpty() && bytes > SET_BYTES_MAX) {
                break;
            }
            set.add(one);
        }
        return set;
    }
}
