package org.prefstream.annotation.submission;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.LockedTask;
import org.prefstream.annotation.copies.ProjectCache;
import org.prefstream.annotation.lease.LeaseTable;
import org.prefstream.annotation.lease.LeaseTable.Claimant;
import org.prefstream.annotation.lease.LeaseTable.Held;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.security.CopiedPerson;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Locks the tasks of a group of judgements and reads what decides them: as a rule in one flight, and in a second one what is
 * not in memory.
 */
@ApplicationScoped
class ReadFacts {

    private final ProjectCache projects;
    private final ShownContents shownContents;

    ReadFacts(ProjectCache projects, ShownContents shownContents) {
        this.projects = projects;
        this.shownContents = shownContents;
    }

    /** What the first flight asks for; nothing is asked about what no judgement names. */
    private record Asked(
            LockedTask.Locking tasks,
            Future<RowSet<Row>> people,
            @Nullable Future<RowSet<Row>> leases,
            @Nullable Future<RowSet<Row>> live,
            @Nullable Future<RowSet<Row>> annotations) {
    }

    /** {@return the facts, once the tasks are locked until the flight's transaction ends} */
    Uni<Facts> of(Flight flight, List<Judgement> group) {
        Asked asked = ask(flight, group);
        return flight.landed().chain(() -> complete(flight, group, asked));
    }

    private static Asked ask(Flight flight, List<Judgement> group) {
        List<Long> leases = named(group, Judgement::lease);
        List<Long> annotations = named(group, Judgement::annotation);
        List<Claimant> claimants = named(group, Judgement::claimant);
        List<AnnotationTable.SentId> sent = named(group, Judgement::sentId);
        boolean mayBeKnown = !(leases.isEmpty() && annotations.isEmpty() && sent.isEmpty());
        return new Asked(LockedTask.lock(flight, named(group, Judgement::task), leases, annotations),
                CopiedPerson.ask(flight, group.stream().map(judgement -> judgement.person().id()).distinct().toList()),
                leases.isEmpty() ? null : LeaseTable.byId(flight, leases),
                claimants.isEmpty() ? null : LeaseTable.live(flight, claimants),
                mayBeKnown ? AnnotationTable.find(flight, annotations, leases, sent) : null);
    }

    private Uni<Facts> complete(Flight flight, List<Judgement> group, Asked asked) {
        Map<Long, LockedTask> tasks = indexed(asked.tasks.tasks(), LockedTask::taskId);
        Set<Long> held = asked.tasks.idsThere();
        held.removeAll(tasks.keySet());
        List<Held> byId = read(asked.leases, LeaseTable::read);
        List<Held> live = read(asked.live, LeaseTable::read);
        List<Annotation> annotations = read(asked.annotations, AnnotationTable::read);
        return projects.of(flight, tasks.values())
                .chain(known -> shownContents.of(flight, shown(byId, live, annotations))
                        .chain(shown -> names(flight, group, annotations)
                                .map(names -> new Facts(tasks, held, known, indexed(byId, one -> one.lease().id()),
                                        indexed(live, ReadFacts::claimant), indexed(annotations, Annotation::id), shown,
                                        CopiedPerson.byId(asked.people.result()), names))));
    }

    private static Set<String> shown(List<Held> byId, List<Held> live, List<Annotation> annotations) {
        Set<String> sha256s = new HashSet<>();
        byId.forEach(held -> sha256s.add(held.lease().shownSha256()));
        live.forEach(held -> sha256s.add(held.lease().shownSha256()));
        annotations.forEach(annotation -> sha256s.add(annotation.shownSha256()));
        return sha256s;
    }

    /** The callers' names are known. {@return those of all who may be authors in this group} */
    private static Uni<Map<Long, String>> names(Flight flight, List<Judgement> group, List<Annotation> annotations) {
        Map<Long, String> callers = new HashMap<>();
        group.forEach(judgement -> callers.put(judgement.person().id(), Authors.name(judgement.person())));
        Set<Long> others = annotations.stream().map(Annotation::completedBy).collect(toSet());
        named(group, Judgement::claimant).forEach(claimant -> others.add(claimant.annotator()));
        others.removeAll(callers.keySet());
        return Authors.names(flight, others).invoke(callers::putAll).replaceWith(callers);
    }

    private static Claimant claimant(Held held) {
        return new Claimant(held.lease().taskId(), held.lease().annotator());
    }

    private static <T> List<T> named(List<Judgement> group, Function<Judgement, Optional<T>> name) {
        return group.stream().flatMap(judgement -> name.apply(judgement).stream()).toList();
    }

    private static <T> List<T> read(@Nullable Future<RowSet<Row>> rows, Function<RowSet<Row>, List<T>> reader) {
        return rows == null ? List.of() : reader.apply(rows.result());
    }

    private static <K, V> Map<K, V> indexed(List<V> values, Function<V, K> key) {
        Map<K, V> indexed = new HashMap<>();
        values.forEach(value -> indexed.put(key.apply(value), value));
        return indexed;
    }
}
