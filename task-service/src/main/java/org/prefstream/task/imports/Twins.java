package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.RowPlace;
import org.prefstream.task.twin.Fingerprints;
import org.prefstream.task.twin.Fingerprints.Stored;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Keeps twins out of a project, for one import. The project's fingerprints are complete and locked from its beginning to its end.
 */
final class Twins {

    /** So many are named in an answer. */
    static final int NAMED = 100;
    private static final int NAMED_IN_REFUSALS = 10;

    private final Fingerprints fingerprints;
    private final Connection connection;
    private final long projectId;
    private final OnDuplicate onDuplicate;
    private final List<Duplicate> named = new ArrayList<>();
    /** Of the items that were looked at last. */
    private List<PreparedItem> leftOut = List.of();
    private Map<UUID, Long> known = Map.of();
    private long skipped;

    private Twins(Fingerprints fingerprints, Connection connection, long projectId, OnDuplicate onDuplicate) {
        this.fingerprints = fingerprints;
        this.connection = connection;
        this.projectId = projectId;
        this.onDuplicate = onDuplicate;
    }

    /**
     * A row that is left out.
     *
     * @param task the oldest task of the project that is its twin
     */
    record Duplicate(@JsonUnwrapped RowPlace place, @JsonProperty("task") long task) {
    }

    /** Begins an import; waits for other imports that ask for twins of the project. Blocks. */
    static Twins of(Fingerprints fingerprints, Connection connection, TargetProject project, OnDuplicate onDuplicate,
            ImportProgress progress) throws SQLException {
        if (onDuplicate != OnDuplicate.KEEP) {
            fingerprints.lock(connection, project.projectId());
            fingerprints.complete(project.projectId(), project.spec(), progress::refuseIfCancelled);
        }
        return new Twins(fingerprints, connection, project.projectId(), onDuplicate);
    }

    /**
     * {@return those of the items that have no twin in the project, nor among the items before}; all of them where twins are kept
     *
     * @throws ImportInvalid if there are twins and the import is to fail then
     */
    List<PreparedItem> without(List<PreparedItem> items) throws SQLException {
        if (onDuplicate == OnDuplicate.KEEP) {
            return items;
        }
        known = fingerprints.twins(connection, projectId,
                items.stream().map(Twins::fingerprint).collect(Collectors.toSet()));
        Set<UUID> before = new HashSet<>();
        List<PreparedItem> without = new ArrayList<>();
        List<PreparedItem> twins = new ArrayList<>();
        for (PreparedItem each : items) {
            UUID fingerprint = fingerprint(each);
            boolean isNew = !known.containsKey(fingerprint) && before.add(fingerprint);
            (isNew ? without : twins).add(each);
        }
        if (onDuplicate == OnDuplicate.FAIL && !twins.isEmpty()) {
            throw refusal(twins);
        }
        leftOut = twins;
        return without;
    }

    /** Notes what was stored of the last items. */
    void stored(List<Stored> tasks) throws SQLException {
        if (onDuplicate == OnDuplicate.KEEP) {
            return;
        }
        fingerprints.remember(connection, projectId, tasks);
        skipped += leftOut.size();
        Map<UUID, Long> all = new HashMap<>(known);
        tasks.forEach(task -> all.put(task.fingerprint(), task.taskId()));
        leftOut.stream()
                .limit(NAMED - named.size())
                .map(twin -> new Duplicate(twin.item().origin().place(),
                        Objects.requireNonNull(all.get(fingerprint(twin)))))
                .forEach(named::add);
    }

    long skipped() {
        return skipped;
    }

    /** {@return the first ones that were left out; null where twins are kept} */
    @Nullable
    List<Duplicate> named() {
        return onDuplicate == OnDuplicate.KEEP ? null : named;
    }

    private static UUID fingerprint(PreparedItem item) {
        return Objects.requireNonNull(item.fingerprint());
    }

    private static ImportInvalid refusal(List<PreparedItem> twins) {
        String places = twins.stream()
                .limit(NAMED_IN_REFUSALS)
                .map(twin -> twin.item().origin().place())
                .map(place -> place.words() + " (item " + place.item() + ")")
                .collect(Collectors.joining(", "));
        return ImportInvalid.tasks("The project, or the import before it, has the same task already: " + places
                + (twins.size() > NAMED_IN_REFUSALS ? " and more" : "")
                + ". Nothing was stored. Leave such tasks out with on_duplicate=skip, or import them again with on_duplicate=keep.");
    }
}
