package org.prefstream.export.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.dataset.Projects;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.snapshot.Snapshots;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** The deliveries of snapshots, and the targets that there are, for owners and managers. */
@ApplicationScoped
class Deliveries {

    private static final String REFUSAL = "Targets get everybody's judgements: only owners and managers may see them.";

    private final Projects projects;
    private final Snapshots snapshots;
    private final DeliveryTable table;
    private final Targets targets;

    Deliveries(Projects projects, Snapshots snapshots, DeliveryTable table, Targets targets) {
        this.projects = projects;
        this.snapshots = snapshots;
        this.table = table;
        this.targets = targets;
    }

    /**
     * A page of deliveries.
     *
     * @param count how many there are on all pages
     */
    record Page(long count, List<Delivery> deliveries) {
    }

    Uni<List<Targets.View>> targets(Person person, long projectId) {
        return projects.requireVisible(person, projectId).map(visible -> {
            if (!person.manages()) {
                throw ProblemException.forbidden(REFUSAL);
            }
            return targets.all();
        });
    }

    /**
     * {@return the new delivery, or the one that is under way to the same place; fails with a 400 if the snapshot has no rows of the
     * format, and with a 409 if some were purged}
     */
    Uni<Delivery> begin(Person person, long snapshotId, String target, Map<String, List<String>> query,
            ExportRequest request) {
        targets.requireNamed(target);
        return snapshots.whole(person, snapshotId, request)
                .chain(snapshot -> Snapshots
                        .onWorker(() -> table.insert(NewDelivery.of(snapshot, person.id(), target, query, request))));
    }

    Uni<Page> page(Person person, long projectId, long snapshotId, PageRequest page) {
        return found(person, projectId, snapshotId, () -> new Page(table.count(projectId, snapshotId),
                table.page(projectId, snapshotId, page.size(), page.offset())));
    }

    Uni<Delivery> find(Person person, long projectId, long snapshotId, long id) {
        return found(person, projectId, snapshotId, () -> present(projectId, snapshotId, id));
    }

    /** {@return the delivery, which is over or will be in a moment} */
    Uni<Delivery> cancel(Person person, long projectId, long snapshotId, long id) {
        return found(person, projectId, snapshotId, () -> {
            table.cancel(projectId, snapshotId, id);
            return present(projectId, snapshotId, id);
        });
    }

    private Delivery present(long projectId, long snapshotId, long id) {
        return table.find(projectId, snapshotId, id)
                .orElseThrow(() -> ProblemException.notFound("No delivery of this snapshot has that id."));
    }

    private <T> Uni<T> found(Person person, long projectId, long snapshotId, Supplier<T> work) {
        return snapshots.find(person, projectId, snapshotId).chain(snapshot -> Snapshots.onWorker(work));
    }
}
