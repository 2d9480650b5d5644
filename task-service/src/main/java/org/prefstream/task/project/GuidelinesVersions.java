package org.prefstream.task.project;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All versions of all projects' guidelines, in the transaction of the caller. */
@ApplicationScoped
class GuidelinesVersions implements PanacheRepositoryBase<Guidelines, Long> {

    private static final String LIST = """
            select g.version, g.createdBy, g.createdAt, length(g.text) from Guidelines g where g.projectId = ?1 order by g.version desc
            """;

    private final Clock clock;

    GuidelinesVersions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A version without its text, which may be long.
     *
     * @param createdBy who saved it; null where that was before versions were kept
     * @param characters how long the text is
     */
    record Listed(int version, @Nullable Long createdBy, Instant createdAt, int characters) {
    }

    /**
     * Keeps what a project's guidelines are now as a new version, if they are others than before. The project is new or locked, so that
     * two who save at once get two numbers.
     *
     * @param before the guidelines before
     */
    Uni<Void> keepChanged(Project project, String before, long changedBy) {
        String text = project.settings().guidelines();
        return text.equals(before)
                ? Uni.createFrom().voidItem()
                : persist(
                        new Guidelines(project.id(), project.nextGuidelinesVersion(), text, changedBy, clock.instant()))
                        .replaceWithVoid();
    }

    /** {@return some versions of a project, the newest first} */
    Uni<List<Listed>> of(long projectId, PageRequest page) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(LIST, Object[].class)
                        .setParameter(1, projectId)
                        .setFirstResult(Math.toIntExact(page.offset()))
                        .setMaxResults(page.size())
                        .getResultList())
                .map(rows -> rows.stream().map(GuidelinesVersions::listed).toList());
    }

    /** {@return a version; refuses with a 404 if the project has none of that number} */
    Uni<Guidelines> require(long projectId, int version) {
        return find("projectId = ?1 and version = ?2", projectId, version).firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException
                        .notFound("The guidelines of this project have no version " + version + "."));
    }

    private static Listed listed(Object[] row) {
        return new Listed((Integer) row[0], (Long) row[1], (Instant) row[2], (Integer) row[3]);
    }
}
