package org.prefstream.task.view;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.task.SavedQueries;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All saved views. Those of a deleted project are gone at once, and annotators see none. */
@ApplicationScoped
class SavedViews implements PanacheRepositoryBase<SavedView, Long>, SavedQueries {

    /** The most views that a project may have. */
    static final int MAX = 200;
    private static final int LISTED_MAX = 10_000;
    private static final String LIVING = "projectId in (select p.id from Project p where p.deletedAt is null)";
    private static final String IN_ORDER = " order by projectId, place, id";

    /** {@return the views of a project in their order, or of all projects} */
    Uni<List<SavedView>> of(@Nullable Long projectId) {
        return (projectId == null
                ? find(LIVING + IN_ORDER)
                : find(LIVING + " and projectId = ?1" + IN_ORDER, projectId)).page(0, LISTED_MAX).list();
    }

    /** {@return the views of a project in their order, locked until the transaction ends: they may change} */
    Uni<List<SavedView>> ofLocked(long projectId) {
        return find("projectId = ?1 order by id", projectId).withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(SavedView::place).thenComparing(SavedView::id))
                        .toList());
    }

    /** {@return the view; refuses with a 404 if there is none} */
    Uni<SavedView> require(long id) {
        return find(LIVING + " and id = ?1", id).firstResult().onItem().ifNull().failWith(SavedViews::unknown);
    }

    /** {@return the view, locked until the transaction ends: it may change} */
    Uni<SavedView> requireLocked(long id) {
        return find(LIVING + " and id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(SavedViews::unknown);
    }

    @Override
    public Uni<SavedQuery> of(long viewId, Person person) {
        if (!person.manages()) {
            throw unknown();
        }
        return require(viewId).map(view -> new SavedQuery(view.projectId(), view.data().query()));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("No View matches the given query.");
    }
}
