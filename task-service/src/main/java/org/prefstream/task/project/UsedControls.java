package org.prefstream.task.project;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.result.AnsweredControl;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Which controls of a project have answers already: a new configuration must not contradict them, see
 * {@link AnsweredControl}.
 */
@ApplicationScoped
class UsedControls {

    private static final String USED = """
            select split_part(control, chr(9), 1), split_part(control, chr(9), 2), split_part(control, chr(9), 3),
                split_part(control, chr(9), 4), sum(annotations)
            from used_control where project_id = ?1
            group by control having sum(annotations) > 0 order by 1, 2, 3, 4
            """;
    private static final String HAS_TASKS = """
            select exists (select from task_numbering where project_id = ?1 and last_inner_id > 0)
            """;
    private static final int MESSAGES_MAX = 20;
    /** How long a change of a configuration waits until imported annotations are annotations that can be looked at. */
    private static final Duration IMPORTS_APPLIED_MAX = Duration.ofSeconds(5);

    private final ReadBarrier barrier;

    UsedControls(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    /**
     * Refuses a configuration that annotations of the project contradict, those included that came with an import and are still
     * on their way; fails with a 503 where these take too long.
     *
     * @param project as it is now, with its present configuration
     * @param spec what the new configuration means
     */
    Uni<Void> requireIn(Project project, ComparisonSpec spec) {
        ComparisonSpec before = project.spec();
        if (before.equals(spec)) {
            return Uni.createFrom().voidItem();
        }
        return hasTasks(project)
                .chain(hasTasks -> hasTasks ? compare(project, before, spec) : Uni.createFrom().voidItem());
    }

    /** {@return whether a task was ever made in it, by a transaction that has ended} */
    private static Uni<Boolean> hasTasks(Project project) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HAS_TASKS, Boolean.class)
                        .setParameter(1, project.id())
                        .getSingleResult());
    }

    private Uni<Void> compare(Project project, ComparisonSpec before, ComparisonSpec spec) {
        return barrier.returned(AcrossServices.annotations(project.id()), IMPORTS_APPLIED_MAX)
                .chain(() -> of(project.id()))
                .invoke(used -> refuse(
                        used.stream().filter(answers -> answers.isContradictedBy(before, spec)).toList()))
                .replaceWithVoid();
    }

    /** {@return the answers in a project, equal ones together} */
    static Uni<List<AnsweredControl>> of(long projectId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USED, Object[].class)
                        .setParameter(1, projectId)
                        .getResultList())
                .map(rows -> rows.stream().map(UsedControls::answered).toList());
    }

    private static void refuse(List<AnsweredControl> contradicted) {
        if (!contradicted.isEmpty()) {
            String first = contradicted.stream()
                    .limit(MESSAGES_MAX)
                    .map(AnsweredControl::toString)
                    .collect(Collectors.joining("\n"));
            int more = contradicted.size() - MESSAGES_MAX;
            throw ProblemException.invalid("label_config",
                    "Created annotations are incompatible with provided labeling schema, we found:\n" + first
                            + (more > 0 ? "\nand " + more + " more" : ""));
        }
    }

    private static AnsweredControl answered(Object[] row) {
        return new AnsweredControl((String) row[0], (String) row[1], (String) row[2], (String) row[3],
                ((Number) row[4]).longValue());
    }
}
