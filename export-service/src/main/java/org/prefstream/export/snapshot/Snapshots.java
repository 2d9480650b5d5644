package org.prefstream.export.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.dataset.Dataset;
import org.prefstream.export.dataset.FrozenRows;
import org.prefstream.export.dataset.Projects;
import org.prefstream.export.dataset.WholeProject;
import org.prefstream.export.download.DryRun;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.download.FormattedFile;
import org.prefstream.export.download.Pseudonyms;
import org.prefstream.export.format.RowKind;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** The snapshots of projects, for owners and managers. */
@ApplicationScoped
public class Snapshots {

    private static final String REFUSAL = "Snapshots hold everybody's judgements: only owners and managers may have them.";
    private static final int KEYS_MOST = 1_000;

    private final Projects projects;
    private final WholeProject whole;
    private final Dataset dataset;
    private final MakeSnapshot making;
    private final Formats formats;
    private final Pseudonyms pseudonyms;

    Snapshots(Projects projects, WholeProject whole, Dataset dataset, MakeSnapshot making, Formats formats,
            Pseudonyms pseudonyms) {
        this.projects = projects;
        this.whole = whole;
        this.dataset = dataset;
        this.making = making;
        this.formats = formats;
        this.pseudonyms = pseudonyms;
    }

    /**
     * A page of snapshots.
     *
     * @param count how many there are on all pages
     */
    record Page(long count, List<Snapshot> snapshots) {
    }

    /** Freezes everything that was acknowledged before. */
    Uni<Snapshot> make(Person person, MakeSnapshot.Wish wish) {
        return whole.reached(person, wish.request().selection().projectId(), REFUSAL)
                .chain(ready -> onWorker(() -> making.make(wish, ready)));
    }

    /** {@return a page of a project's snapshots, the newest first} */
    Uni<Page> page(Person person, long projectId, PageRequest page) {
        return managed(person, projectId, () -> dataset.readFrozen((frozen, connection) -> {
            var table = new SnapshotTable(connection);
            return new Page(table.count(projectId), table.page(projectId, page.size(), page.offset()));
        }));
    }

    /** {@return a snapshot; fails with a 404 if the project has none of that id} */
    public Uni<Snapshot> find(Person person, long projectId, long snapshotId) {
        return managed(person, projectId,
                () -> dataset.readFrozen((frozen, connection) -> find(connection, projectId, snapshotId)));
    }

    /**
     * {@return a snapshot of which that file can be made}
     *
     * <p>It fails with a 400 that names the format if the snapshot has no rows of it, and with a 409 that lists the keys if some were
     * purged.
     */
    public Uni<Snapshot> whole(Person person, long snapshotId, ExportRequest request) {
        return managed(person, request.selection().projectId(),
                () -> dataset.readFrozen((frozen, connection) -> whole(frozen, connection, snapshotId, request)));
    }

    /** {@return a snapshot; fails with a 404 if the project has none of that id} It blocks. */
    public Snapshot present(long projectId, long snapshotId) {
        return dataset.readFrozen((frozen, connection) -> find(connection, projectId, snapshotId));
    }

    /** Writes a file of a snapshot to out. It blocks, and holds a connection to the database until it returns. */
    public void write(Snapshot snapshot, ExportRequest request, BiConsumer<String, String> headers, OutputStream out)
            throws IOException {
        read(snapshot, request, source -> FormattedFile.write(request, source, headers, out));
    }

    /** Writes a file beside one that {@link #write} has written. It blocks as that does. */
    public void writeBeside(Snapshot snapshot, ExportRequest request, OutputStream out) throws IOException {
        read(snapshot, request, source -> FormattedFile.writeUnseen(request, source, out));
    }

    /** {@return what a file of a snapshot would hold} It blocks as {@link #write} does. */
    DryRun count(Snapshot snapshot, ExportRequest request) throws IOException {
        AtomicReference<DryRun> found = new AtomicReference<>();
        read(snapshot, request, source -> found.set(source.count()));
        return Objects.requireNonNull(found.get());
    }

    private void read(Snapshot snapshot, ExportRequest request, Consumer<FrozenSource> reader) throws IOException {
        FormattedFile.unwrapped(() -> dataset.readFrozen((frozen, connection) -> {
            Snapshot still = whole(frozen, connection, snapshot.id(), request);
            reader.accept(FrozenSource.of(still, frozen, request, formats, pseudonyms));
            return still;
        }));
    }

    /** {@return what lies between two snapshots of a project, with keys behind this one} */
    Uni<Comparison> compare(Person person, long projectId, long from, long to, String behind, int most) {
        return managed(person, projectId, () -> dataset.readFrozen((frozen, connection) -> {
            Snapshot one = find(connection, projectId, from);
            Snapshot other = find(connection, projectId, to);
            return Comparison.read(connection, one, other, behind, most);
        }));
    }

    /** Deletes a snapshot, and the contents that no other one holds. */
    Uni<Void> delete(Person person, long projectId, long snapshotId) {
        return managed(person, projectId, () -> dataset.changeFrozen(projectId, (frozen, connection) -> {
            Snapshot snapshot = find(connection, projectId, snapshotId);
            RemoveSnapshot.of(snapshot.id(), frozen, connection);
            return snapshot;
        })).replaceWithVoid();
    }

    /** Takes rows out of all snapshots of a project, for good. */
    Uni<Purge.Purged> purge(Person person, long projectId, Purge purge) {
        return managed(person, projectId, () -> dataset.changeFrozen(projectId,
                (frozen, connection) -> purge.run(frozen.tasks(), connection, projectId)));
    }

    /** {@return the snapshots that hold rows of an annotation, the newest first} */
    Uni<List<Snapshot>> containing(Person person, long annotationId) {
        if (!person.manages()) {
            return Uni.createFrom().failure(ProblemException.forbidden(REFUSAL));
        }
        return onWorker(() -> dataset
                .readFrozen((frozen, connection) -> new SnapshotTable(connection).containing(annotationId, KEYS_MOST)));
    }

    private static Snapshot find(Connection connection, long projectId, long snapshotId) throws SQLException {
        Optional<Snapshot> found = new SnapshotTable(connection).find(projectId, snapshotId);
        return found.orElseThrow(() -> ProblemException.notFound("No Snapshot matches the given query."));
    }

    private Snapshot whole(FrozenRows frozen, Connection connection, long snapshotId, ExportRequest request)
            throws SQLException {
        Snapshot snapshot = find(connection, request.selection().projectId(), snapshotId);
        if (request.format().card().rows() != RowKind.PREFERENCE) {
            request.requireFits(snapshot.selected(formats));
            snapshot.requireSources(request.format());
        }
        if (snapshot.rowsOf(request.format()) == RowKind.PREFERENCE) {
            requireNone(snapshot.purged(), snapshot.all(), "rows", () -> frozen.purged(snapshotId, KEYS_MOST));
        } else if (snapshot.sources() != null) {
            requireNone(snapshot.sources().purged(), snapshot.sources().annotations(), "annotations",
                    () -> frozen.tasks().purged(snapshotId, KEYS_MOST));
        }
        return snapshot;
    }

    private static void requireNone(long purged, long all, String what, Supplier<List<?>> keys) {
        if (purged > 0) {
            throw new ProblemException(ProblemType.ROWS_PURGED,
                    "%d of %d %s of this snapshot were purged, so that its files cannot be made again. Make a new snapshot."
                            .formatted(purged, all, what),
                    keys.get().stream().map(key -> new Violation(String.valueOf(key), "was purged")).toList());
        }
    }

    /** Deleted projects have no snapshots: theirs go with their rows. */
    private <T> Uni<T> managed(Person person, long projectId, Supplier<T> work) {
        return projects.requireVisible(person, projectId)
                .chain(() -> person.manages()
                        ? onWorker(work)
                        : Uni.createFrom().failure(ProblemException.forbidden(REFUSAL)));
    }

    /** {@return what work gives on a worker's thread} It goes on to its end, also when the client hangs up. */
    public static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
