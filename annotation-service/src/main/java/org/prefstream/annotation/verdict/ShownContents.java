package org.prefstream.annotation.verdict;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.SetStatement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Everything that was ever shown to an annotator or judged, by its SHA-256. Rows are added, never changed. */
@ApplicationScoped
public class ShownContents {

    /** Rows are written by ascending hash, so two sets do not deadlock. */
    private static final String KEEP = """
            insert into shown (sha256, content)
            select sha256, content from unnest(cast(? as text[]), cast(? as text[])) as kept (sha256, content) order by sha256
            on conflict do nothing
            """;

    /** Keeps what is shown, in the present session. The same content is kept once. */
    public Uni<Void> keep(Shown shown) {
        return keep(List.of(shown));
    }

    /** Keeps all that is shown, in the present session. The same content is kept once. */
    public Uni<Void> keep(List<Shown> shown) {
        return new SetStatement<>(KEEP, shown).texts(Shown::sha256).texts(Shown::json).execute().replaceWithVoid();
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
