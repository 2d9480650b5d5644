package org.prefstream.annotation.verdict;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Everything that was ever shown and judged, by its SHA-256. Rows are added, never changed. */
@ApplicationScoped
public class ShownContents {

    /** Keeps what is shown; the same content is kept once. */
    public Uni<Void> keep(Shown shown) {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("insert into shown (sha256, content) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, shown.sha256())
                        .setParameter(2, shown.json())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@return what was shown under that SHA-256} */
    public Uni<Shown> require(String sha256) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select content from shown where sha256 = ?1", String.class)
                        .setParameter(1, sha256)
                        .getSingleResult())
                .map(Shown::parse);
    }

    /** {@return the orders in which a task was shown to those who hold or judged it} */
    public Uni<List<List<Integer>>> orders(long taskId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        select shown_order from lease where task_id = ?1 and state in ('LIVE', 'SUBMITTED')
                        """, String.class).setParameter(1, taskId).getResultList())
                .map(orders -> orders.stream().map(ShownContents::indices).toList());
    }

    private static List<Integer> indices(String order) {
        return Json.readList(order).stream().map(Integer.class::cast).toList();
    }
}
