package org.prefstream.annotation.verdict;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Everything that was ever shown to an annotator or judged, by its SHA-256. Rows are added, never changed. */
@ApplicationScoped
public class ShownContents {

    /** Keeps what is shown, in the present session. The same content is kept once. */
    public Uni<Void> keep(Shown shown) {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("insert into shown (sha256, content) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, shown.sha256())
                        .setParameter(2, shown.json())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@return what was kept under that SHA-256, read in the present session; fails if nothing was} */
    public Uni<Shown> require(String sha256) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select content from shown where sha256 = ?1", String.class)
                        .setParameter(1, sha256)
                        .getSingleResult())
                .map(Shown::parse);
    }
}
