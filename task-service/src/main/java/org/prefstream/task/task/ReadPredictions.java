package org.prefstream.task.task;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.PredictionView;
import org.prefstream.task.project.Projects;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Shows predictions to owners and managers, in the session of the caller. Those of a deleted project are gone at once. */
@ApplicationScoped
public class ReadPredictions {

    private static final String FOUND = """
            select p, t.projectId from Prediction p join Task t on t.id = p.taskId
            where t.projectId in (select r.id from Project r where r.deletedAt is null)""";
    private static final String VERSIONS = """
            select p.model_version, count(*) from prediction p join task t on t.id = p.task_id where t.project_id = ?1
            group by p.model_version order by p.model_version collate "C" limit 1000
            """;

    private final Projects projects;
    private final Clock clock;

    ReadPredictions(Projects projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** {@return the prediction; refuses with a 404 if there is none} */
    public Uni<PredictionView> one(long id) {
        return found(" and p.id = ?1", List.of(id), new PageRequest(1, 1))
                .map(found -> found.stream().findFirst().orElseThrow(ReadPredictions::unknown));
    }

    /** {@return predictions of a task, of a project or of all, in the order in which they came} */
    public Uni<List<PredictionView>> of(Optional<Long> task, Optional<Long> project, PageRequest page) {
        StringBuilder condition = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        task.ifPresent(id -> {
            parameters.add(id);
            condition.append(" and p.taskId = ?").append(parameters.size());
        });
        project.ifPresent(id -> {
            parameters.add(id);
            condition.append(" and t.projectId = ?").append(parameters.size());
        });
        return found(condition.toString(), parameters, page);
    }

    private Uni<List<PredictionView>> found(String condition, List<Object> parameters, PageRequest page) {
        return session().chain(session -> {
            Mutiny.SelectionQuery<Object[]> query = session
                    .createSelectionQuery(FOUND + condition + " order by p.id", Object[].class)
                    .setFirstResult(Math.toIntExact(Math.min(page.offset(), Integer.MAX_VALUE)))
                    .setMaxResults(page.size());
            for (int i = 0; i < parameters.size(); i++) {
                query.setParameter(i + 1, parameters.get(i));
            }
            return query.getResultList();
        }).map(rows -> rows.stream().map(row -> ((Prediction) row[0]).view((Long) row[1], clock.instant())).toList());
    }

    /** {@return how many predictions of each model a project has; refuses with a 404 where there is no project for the person} */
    public Uni<Map<String, Long>> modelVersions(long projectId, Person person) {
        return projects.require(projectId, person)
                .chain(project -> session())
                .chain(session -> session.createNativeQuery(VERSIONS, Object[].class)
                        .setParameter(1, projectId)
                        .getResultList())
                .map(rows -> {
                    Map<String, Long> versions = new LinkedHashMap<>();
                    rows.forEach(row -> versions.put((String) row[0], ((Number) row[1]).longValue()));
                    return versions;
                });
    }

    static ProblemException unknown() {
        return ProblemException.notFound("No Prediction matches the given query.");
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
