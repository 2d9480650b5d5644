package org.prefstream.task.task;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.AnnotationHistory;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.Accounts;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.TaskHistoryViews.Entry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Tells what happened to a task: who added it, what people and models said of it, and what was done with it. */
@ApplicationScoped
class TaskHistory {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** A task has few; every list has a limit. */
    private static final int ENTRIES_MAX = 1_000;
    private static final String EVENTS = """
            select e.kind, e.done_by, e.done_at, e.overlap, e.former_overlap, e.former_project_id, e.former_inner_id, p.title
            from task_event e left join project p on p.id = e.former_project_id and p.deleted_at is null
            where e.task_id = ?1 order by e.id desc limit ?2
            """;

    private final Tasks tasks;
    private final Accounts accounts;
    private final Peers peers;
    private final Transactions transactions;
    private final AcrossServices across;

    TaskHistory(Tasks tasks, Accounts accounts, Peers peers, Transactions transactions, AcrossServices across) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.peers = peers;
        this.transactions = transactions;
        this.across = across;
    }

    /** What this service knows. */
    private record Own(Task task, List<Prediction> predictions, List<Object[]> events) {
    }

    /** {@return what happened, in the order of time: the newest entries, where there are very many} */
    Uni<List<Entry>> of(long taskId, Person person) {
        return transactions.read(() -> tasks.require(taskId, person))
                .chain(task -> across.annotationsOf(task.projectId()))
                .chain(() -> transactions.read(() -> own(taskId, person)))
                .chain(own -> ofAnnotations(taskId).map(annotations -> entries(own, annotations)))
                .chain(this::withPeople);
    }

    private Uni<Own> own(long taskId, Person person) {
        return tasks.require(taskId, person)
                .chain(task -> tasks.predictions(List.of(taskId))
                        .chain(predictions -> events(taskId)
                                .map(events -> new Own(task, predictions.getOrDefault(taskId, List.of()), events))));
    }

    private static Uni<List<Object[]>> events(long taskId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EVENTS, Object[].class)
                        .setParameter(1, taskId)
                        .setParameter(2, ENTRIES_MAX)
                        .getResultList());
    }

    private Uni<AnnotationHistory> ofAnnotations(long taskId) {
        return peers.ask("annotation", "tasks/" + taskId + "/history", Map.of(), AnnotationHistory.class, TIMEOUT)
                .map(answer -> answer.orElseThrow(TaskHistory::unknown));
    }

    private static List<Entry> entries(Own own, AnnotationHistory annotations) {
        List<Entry> events = own.events().stream().map(TaskHistory::event).toList();
        boolean isAdded = events.stream().anyMatch(entry -> entry.isBeginning());
        Stream<Entry> added = isAdded
                ? Stream.of()
                : Stream.of(Entry.added(own.task().createdAt(), own.task().createdBy()));
        List<Entry> all = new ArrayList<>(
                Stream.of(added, events.stream(), own.predictions().stream().map(TaskHistory::predicted),
                        annotations.entries().stream().map(Entry::annotated)).flatMap(each -> each).toList());
        all.sort(Comparator.comparing(Entry::at));
        return all.subList(Math.max(0, all.size() - ENTRIES_MAX), all.size());
    }

    private static Entry predicted(Prediction prediction) {
        return Entry.predicted(prediction.createdAt(), prediction.id(), prediction.modelVersion());
    }

    private static Entry event(Object[] row) {
        return Entry.event((String) row[0], whole(row[1]), ((OffsetDateTime) row[2]).toInstant(), number(row[3]),
                number(row[4]), new TaskHistoryViews.Place(whole(row[5]), (String) row[7], whole(row[6])));
    }

    private static @Nullable Long whole(@Nullable Object number) {
        return number == null ? null : ((Number) number).longValue();
    }

    private static @Nullable Integer number(@Nullable Object number) {
        return number == null ? null : ((Number) number).intValue();
    }

    private Uni<List<Entry>> withPeople(List<Entry> entries) {
        List<Long> ids = entries.stream().flatMap(Entry::people).filter(Objects::nonNull).distinct().toList();
        return transactions.read(() -> accounts.named(ids)).map(named -> named(entries, named));
    }

    private static List<Entry> named(List<Entry> entries, Map<Long, Account> named) {
        return entries.stream().map(entry -> entry.named(named)).toList();
    }

    /** An older annotation-service, while a cluster is renewed. */
    private static ProblemException unknown() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The annotation service cannot tell the history of tasks yet. Try again shortly.");
    }
}
