package org.prefstream.task.project;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Every comparison spec that a project has had, by the SHA-256 of its JSON. annotation-service asks for the one that an
 * imported annotation was accepted under, where the project has another by now.
 */
@ApplicationScoped
class ComparisonSpecs implements InternalRoute {

    private final Transactions transactions;

    ComparisonSpecs(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a project's present spec, in the transaction of the caller. */
    Uni<Void> keep(Project project) {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery(
                                "insert into comparison_spec (sha256, spec) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, Hashes.sha256(project.comparisonSpec()))
                        .setParameter(2, project.comparisonSpec())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public String path() {
        return "comparison-specs/:sha256";
    }

    @Override
    public Uni<@Nullable Map<String, Object>> answer(Map<String, String> parameters, String body) {
        return transactions.read(() -> Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("select spec from comparison_spec where sha256 = ?1", String.class)
                        .setParameter(1, parameters.getOrDefault("sha256", ""))
                        .getResultList()))
                .map(specs -> specs.isEmpty() ? null : Json.readObject(specs.get(0)));
    }
}
