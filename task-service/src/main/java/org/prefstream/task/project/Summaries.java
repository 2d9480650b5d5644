package org.prefstream.task.project;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.result.AnsweredControl;
import org.prefstream.task.project.SummaryResource.Summary;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Sums up what a project holds, in the session of the caller. It reads the data of every task. */
@ApplicationScoped
class Summaries {

    private static final String FIELDS = """
            select k.name, count(*) from task t, json_object_keys(cast(t.data as json)) as k(name)
            where t.project_id = ?1 group by k.name order by k.name
            """;

    /** An annotation that chooses several values of a control answers it once. */
    private static final String ANSWERED = """
            select split_part(c.control, chr(9), 1), split_part(c.control, chr(9), 2), split_part(c.control, chr(9), 3), count(*)
            from annotation_summary s cross join lateral (
                select distinct concat_ws(chr(9), split_part(u, chr(9), 1), split_part(u, chr(9), 2), split_part(u, chr(9), 3))
                from unnest(s.controls) u) as c(control)
            where s.project_id = ?1 and not s.deleted group by c.control
            """;

    private final Progress progress;

    Summaries(Progress progress) {
        this.progress = progress;
    }

    /** {@return what the project holds} */
    Uni<Summary> of(Project project) {
        long id = project.id();
        return rows(FIELDS, id).map(Summaries::fields)
                .chain(fields -> rows(ANSWERED, id).map(Summaries::annotations)
                        .chain(annotations -> UsedControls.of(id)
                                .map(Summaries::labels)
                                .chain(labels -> progress.of(id)
                                        .map(counts -> new Summary(id, project.createdAt(), fields,
                                                common(fields, counts.tasks()), annotations, labels, Map.of())))));
    }

    private static Uni<List<Object[]>> rows(String sql, long projectId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter(1, projectId)
                        .getResultList());
    }

    private static Map<String, Long> fields(List<Object[]> rows) {
        Map<String, Long> fields = new TreeMap<>();
        rows.forEach(row -> fields.put((String) row[0], ((Number) row[1]).longValue()));
        return fields;
    }

    private static List<String> common(Map<String, Long> fields, long tasks) {
        return fields.entrySet().stream().filter(field -> field.getValue() == tasks).map(Map.Entry::getKey).toList();
    }

    private static Map<String, Long> annotations(List<Object[]> rows) {
        Map<String, Long> annotations = new TreeMap<>();
        rows.stream()
                .map(row -> new AnsweredControl((String) row[0], (String) row[1], (String) row[2], "",
                        ((Number) row[3]).longValue()))
                .filter(answers -> !answers.isOfPair())
                .forEach(answers -> annotations.put(answers.key(), answers.count()));
        return annotations;
    }

    private static Map<String, Map<String, Long>> labels(List<AnsweredControl> answers) {
        Map<String, Map<String, Long>> labels = new TreeMap<>();
        answers.stream()
                .filter(answer -> !answer.value().isEmpty())
                .forEach(answer -> labels.computeIfAbsent(answer.name(), name -> new TreeMap<>())
                        .merge(answer.value(), answer.count(), Long::sum));
        return labels;
    }
}
