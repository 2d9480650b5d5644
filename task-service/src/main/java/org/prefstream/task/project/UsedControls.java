package org.prefstream.task.project;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Which controls have answers already: a new configuration must still have them, as in Label Studio but for Pairwise. */
@ApplicationScoped
class UsedControls {

    private static final String USED = """
            select split_part(control, chr(9), 1), split_part(control, chr(9), 2), split_part(control, chr(9), 3), count(*)
            from annotation_summary, unnest(controls) control
            where project_id = ?1 and not deleted
            group by 1, 2, 3 order by 1, 2, 3
            """;

    private record Used(String name, String toName, String type, long count) {

        boolean isIn(ComparisonSpec spec) {
            return type.equals("pairwise") || spec.control(name)
                    .filter(control -> control.type().equals(type) && control.toName().contains(toName))
                    .isPresent();
        }

        @Override
        public String toString() {
            return "%d with from_name=%s, to_name=%s, type=%s".formatted(count, name, toName, type);
        }
    }

    /** Refuses a configuration that lacks a control which annotations of the project use. */
    Uni<Void> requireIn(long projectId, ComparisonSpec spec) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USED, Object[].class)
                        .setParameter(1, projectId)
                        .getResultList())
                .invoke(rows -> {
                    List<Used> orphaned = rows.stream()
                            .map(UsedControls::used)
                            .filter(used -> !used.isIn(spec))
                            .toList();
                    if (!orphaned.isEmpty()) {
                        throw ProblemException.invalid("label_config",
                                "Created annotations are incompatible with provided labeling schema, we found:\n"
                                        + orphaned.stream().map(Used::toString).collect(Collectors.joining("\n")));
                    }
                })
                .replaceWithVoid();
    }

    private static Used used(Object[] row) {
        return new Used((String) row[0], (String) row[1], (String) row[2], ((Number) row[3]).longValue());
    }
}
