package org.prefstream.task.task;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Tells annotation-service what a task held when its imported annotations were accepted: the data with that SHA-256. */
@ApplicationScoped
class FormerDataRoute implements InternalRoute {

    private static final String DATA = """
            select data from task where id = ?1 and content_sha256 = ?2
            union all select data from former_task_data where task_id = ?1 and content_sha256 = ?2
            """;

    private final Transactions transactions;

    FormerDataRoute(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "tasks/:id/data/:sha256";
    }

    @Override
    public Uni<@Nullable Map<String, Object>> answer(Map<String, String> parameters, String body) {
        return InternalRoute.id(parameters, "id")
                .map(id -> data(id, parameters.getOrDefault("sha256", "")))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<@Nullable Map<String, Object>> data(long id, String sha256) {
        return transactions.read(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(DATA, String.class)
                        .setParameter(1, id)
                        .setParameter(2, sha256)
                        .getResultList()))
                .map(found -> found.isEmpty() ? null : Json.readObject(found.get(0)));
    }
}
