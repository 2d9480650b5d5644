package org.prefstream.annotation.submission;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.LayoutView;
import org.prefstream.annotation.lease.ShownView;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.SlotAnswers;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.task.ShownContent;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Shows judgements to their author as the page showed their tasks, in the session of the caller. */
@ApplicationScoped
class JudgementViews {

    private static final int BEGINNING_MAX = 200;
    private static final String NUMBERS = """
            select task_id, cast(cast(record as json) ->> 'inner_id' as bigint) from task_copy
            where task_id = any (cast(?1 as bigint[])) and not deleted
            """;
    private static final String TITLES = """
            select project_id, cast(record as json) ->> 'title' from project_copy
            where project_id = any (cast(?1 as bigint[])) and not deleted
            """;

    private final ShownContents shownContents;

    JudgementViews(ShownContents shownContents) {
        this.shownContents = shownContents;
    }

    /**
     * A judgement in a list.
     *
     * @param innerId the task's number in its project; null where the task is gone
     * @param answers as {@link SlotAnswers#fields()} says them; null for a skip
     * @param skipReason why the task was skipped; null where nobody said so, and where it was judged
     * @param beginning how the prompt begins
     */
    record ListedView(
            @JsonProperty("annotation_id") long annotationId,
            @JsonProperty("task_id") long taskId,
            @JsonProperty("inner_id") @Nullable Long innerId,
            @JsonProperty("revision") long revision,
            @JsonProperty("answers") @Nullable Map<String, Object> answers,
            @JsonProperty("skip_reason") @Nullable String skipReason,
            @JsonProperty("beginning") String beginning,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("updated_at") Instant updatedAt) {
    }

    /**
     * The project of a judgement.
     *
     * @param title empty where it has none
     */
    record ProjectName(@JsonProperty("id") long id, @JsonProperty("title") String title) {
    }

    /** A judgement in a list of several projects. */
    record PlacedView(@JsonProperty("project") ProjectName project, @JsonProperty("judgement") ListedView judgement) {
    }

    /**
     * A judgement with its task.
     *
     * @param mayChange whether the project takes another answer
     */
    record JudgementView(
            @JsonProperty("judgement") ListedView judgement,
            @JsonProperty("shown") ShownView shown,
            @JsonProperty("layout") @Nullable LayoutView layout,
            @JsonProperty("may_change") boolean mayChange) {
    }

    Uni<List<ListedView>> listed(List<Annotation> annotations) {
        return contents(annotations).chain(shown -> numbers(annotations)
                .map(numbers -> annotations.stream().map(one -> listed(one, shown, numbers)).toList()));
    }

    /** {@return the annotations, each with its project} */
    Uni<List<PlacedView>> placed(List<Annotation> annotations) {
        return listed(annotations).chain(views -> titles(annotations).map(titles -> IntStream.range(0, views.size())
                .mapToObj(i -> placed(annotations.get(i).projectId(), titles, views.get(i)))
                .toList()));
    }

    private static PlacedView placed(long projectId, Map<Long, String> titles, ListedView judgement) {
        return new PlacedView(new ProjectName(projectId, titles.getOrDefault(projectId, "")), judgement);
    }

    /** The layout is shown where it still fits: a judgement keeps what was shown, and the project may have gone on. */
    Uni<JudgementView> of(Annotation annotation, ProjectRecord project) {
        return contents(List.of(annotation)).chain(contents -> numbers(List.of(annotation)).map(numbers -> {
            Shown shown = known(contents, annotation);
            LayoutView layout = LayoutView.of(project.asks());
            boolean follows = layout != null && project.comparisonSpec().equals(shown.spec());
            return new JudgementView(listed(annotation, contents, numbers),
                    ShownView.of(shown, annotation.shownOrder(), project, follows), layout, project.asks().changes());
        }));
    }

    private static ListedView listed(Annotation one, Map<String, Shown> contents, Map<Long, Long> numbers) {
        Shown shown = known(contents, one);
        SubmittedResult submitted = one.submitted();
        Map<String, Object> answers = submitted.skipped()
                ? null
                : SlotAnswers.of(submitted.regions(), shown, one.shownOrder()).fields();
        return new ListedView(one.id(), one.taskId(), numbers.get(one.taskId()), one.revision(), answers,
                submitted.skipReason(), beginning(shown), one.createdAt(), one.updatedAt());
    }

    private Uni<Map<String, Shown>> contents(List<Annotation> annotations) {
        return shownContents.of(annotations.stream().map(Annotation::shownSha256).collect(Collectors.toSet()));
    }

    private static Uni<Map<Long, Long>> numbers(List<Annotation> annotations) {
        return byId(NUMBERS, annotations.stream().map(Annotation::taskId), Long.class);
    }

    private static Uni<Map<Long, String>> titles(List<Annotation> annotations) {
        return byId(TITLES, annotations.stream().map(Annotation::projectId).distinct(), String.class);
    }

    /** {@return what a query says of each id: it selects the id and one value} */
    private static <T> Uni<Map<Long, T>> byId(String sql, Stream<Long> ids, Class<T> type) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList())
                .map(rows -> {
                    Map<Long, T> found = new HashMap<>();
                    rows.forEach(row -> found.put((Long) row[0], type.cast(row[1])));
                    return found;
                });
    }

    private static Shown known(Map<String, Shown> contents, Annotation annotation) {
        return Objects.requireNonNull(contents.get(annotation.shownSha256()));
    }

    private static String beginning(Shown shown) {
        String words = shown.parts()
                .stream()
                .filter(part -> part.object().shownAs() == ShownAs.PROMPT)
                .map(part -> words(part.content()))
                .collect(Collectors.joining(" "))
                .strip();
        return words.length() <= BEGINNING_MAX ? words : words.substring(0, BEGINNING_MAX);
    }

    private static String words(ShownContent content) {
        return content instanceof ShownContent.Messages said
                ? said.conversation()
                        .messages()
                        .stream()
                        .map(message -> String.valueOf(message.getOrDefault("content", "")))
                        .collect(Collectors.joining(" "))
                : ((ShownContent.Text) content).text();
    }
}
