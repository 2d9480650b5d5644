package org.prefstream.task.task;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.task.SavedQueries.SavedQuery;
import org.prefstream.task.web.IdParameter;

import io.smallrye.mutiny.Uni;

/**
 * Reads which tasks a request is about: those of a project that a query selects, or those of a saved view. As in Label Studio a
 * view comes before the query that is sent beside it; its clients send an empty one then.
 */
@ApplicationScoped
public class AskedTasks {

    private final SavedQueries views;
    private final Transactions transactions;

    AskedTasks(SavedQueries views, Transactions transactions) {
        this.views = views;
        this.transactions = transactions;
    }

    /**
     * {@return the project and what of it is asked for; empty if the request names neither a project nor a view}
     *
     * @throws ProblemException 400 if a parameter is no id
     */
    public Uni<Optional<SavedQuery>> of(@Nullable String project, @Nullable String view, @Nullable String query,
            Person person) {
        Optional<Long> projectId = IdParameter.id("project", project);
        Optional<Long> viewId = IdParameter.id("view", view).filter(id -> id > 0);
        if (viewId.isPresent()) {
            return transactions.read(() -> views.of(viewId.get(), person))
                    .invoke(saved -> requireOf(projectId, saved))
                    .map(Optional::of);
        }
        return Uni.createFrom().item(projectId.map(id -> new SavedQuery(id, query == null ? "" : query)));
    }

    private static void requireOf(Optional<Long> project, SavedQuery saved) {
        if (project.isPresent() && project.get() != saved.projectId()) {
            throw ProblemException.invalid("view",
                    "belongs to project " + saved.projectId() + "; leave project out, or ask for that one");
        }
    }
}
