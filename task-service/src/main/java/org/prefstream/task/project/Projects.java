package org.prefstream.task.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.panache.common.Sort.Direction;
import io.smallrye.mutiny.Uni;

/** All projects. Who may not see one is told that there is none. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, Long> {

    private static final String VISIBLE = """
            deletedAt is null and (?1 = true or id in (select m.projectId from Membership m where m.accountId = ?2))""";

    private static final String JUDGED = " order by sql('(select max(p.judged_at) from project_progress p where p.project_id = ?)', id)";
    private static final Map<Direction, String> BY_JUDGED = Map.of(Direction.Descending,
            JUDGED + " desc nulls last, id desc", Direction.Ascending, JUDGED + " asc nulls first, id desc");

    /**
     * Which projects are asked for.
     *
     * @param ids only these; empty for all
     * @param title part of the title; null for all
     * @param judged descending if those that were judged last come first; null where the order is another one
     * @param order the order, where it is another one
     */
    record Selection(List<Long> ids, @Nullable String title, @Nullable Direction judged, Sort order) {
    }

    /** {@return the project if the person may see it; refuses with a 404 otherwise} */
    public Uni<Project> require(long id, Person person) {
        return find(VISIBLE + " and id = ?3", person.manages(), person.id(), id).firstResult()
                .onItem()
                .ifNull()
                .failWith(Projects::unknown);
    }

    /** {@return the project, locked until the transaction ends: its revision may be raised} */
    public Uni<Project> requireLocked(long id) {
        return find("deletedAt is null and id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Projects::unknown);
    }

    /** {@return the project, unless there is none or it was deleted} */
    Uni<Optional<Project>> present(long id) {
        return find("deletedAt is null and id = ?1", id).firstResult().map(Optional::ofNullable);
    }

    Uni<Long> count(Selection selection, Person person) {
        return query(selection, person, false).count();
    }

    Uni<List<Project>> page(Selection selection, Person person, PageRequest page) {
        return query(selection, person, true).page(page.number() - 1, page.size()).list();
    }

    /** {@return the refusal of a project that does not exist, or not for the caller} */
    public static ProblemException unknown() {
        return ProblemException.notFound("No Project matches the given query.");
    }

    private PanacheQuery<Project> query(Selection selection, Person person, boolean isOrdered) {
        StringBuilder query = new StringBuilder(VISIBLE);
        List<Object> parameters = new ArrayList<>(List.of(person.manages(), person.id()));
        if (!selection.ids().isEmpty()) {
            parameters.add(selection.ids());
            query.append(" and id in ?").append(parameters.size());
        }
        if (selection.title() != null) {
            parameters.add("%" + selection.title()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace("\\", "\\\\")
                    .replace("%", "\\%")
                    .replace("_", "\\_") + "%");
            query.append(" and lower(title) like ?").append(parameters.size()).append(" escape '\\'");
        }
        if (isOrdered && selection.judged() != null) {
            return find(query.append(BY_JUDGED.get(selection.judged())).toString(), parameters.toArray());
        }
        return find(query.toString(), selection.order(), parameters.toArray());
    }
}
