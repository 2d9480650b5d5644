package org.prefstream.task.project;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.VersionedState;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Tells another service what a project is, where its copy does not know yet. */
@ApplicationScoped
class ProjectRoute implements InternalRoute {

    private final Projects projects;
    private final Transactions transactions;

    ProjectRoute(Projects projects, Transactions transactions) {
        this.projects = projects;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "projects/:id";
    }

    @Override
    public Uni<@Nullable VersionedState> answer(Map<String, String> parameters, String body) {
        return InternalRoute.id(parameters, "id").map(this::present).orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<@Nullable VersionedState> present(long id) {
        return transactions.read(() -> projects.present(id))
                .map(found -> found.map(project -> VersionedState.of(project.revision(), project.record()))
                        .orElse(null));
    }
}
