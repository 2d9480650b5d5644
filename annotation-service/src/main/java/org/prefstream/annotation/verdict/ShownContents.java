package org.prefstream.annotation.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** Everything that was ever shown to an annotator or judged, by its SHA-256. Rows are added, never changed. */
@ApplicationScoped
public class ShownContents {

    /** Rows are written by ascending hash, so two sets do not deadlock. */
    private static final String KEEP = """
            insert into shown (sha256, content)
            select sha256, %s from unnest(cast(? as text[]), cast(? as %s[])) as kept (sha256, content) order by sha256
            on conflict do nothing
            """;
    private static final String KEEP_TEXTS = KEEP.formatted("content", "text");
    private static final String KEEP_BYTES = KEEP.formatted("convert_from(content, 'UTF8')", "bytea");

    private static final String READ = "select sha256, content from shown where sha256 = any (cast($1 as text[]))";
    private static final long RECENT_CHARACTERS = 8L * 1024 * 1024;

    /** What was shown a moment ago is mostly judged next. To wake another thread for the upkeep would cost more than the upkeep. */
    private final Cache<String, Shown> recent = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(RECENT_CHARACTERS)
            .weigher((String sha256, Shown shown) -> shown.json().length())
            .build();

    /** Keeps all that is shown, in the present session. The same content is kept once. */
    public Uni<Void> keep(List<Shown> shown) {
        return new SetStatement<>(KEEP_TEXTS, shown).texts(Shown::sha256)
                .texts(Shown::json)
                .execute()
                .replaceWithVoid();
    }

    /** Sends all that is shown, to be kept in the transaction of the flight. The same content is kept once. */
    public void keep(Flight flight, List<Shown> shown) {
        shown.forEach(this::remember);
        flight.send(new SetStatement<>(KEEP_BYTES, shown).texts(Shown::sha256).utf8(Shown::json));
    }

    /** {@return what was kept under those SHA-256s, read within the flight as far as it is not in memory} */
    public Uni<Map<String, Shown>> of(Flight flight, Set<String> sha256s) {
        Map<String, Shown> present = new HashMap<>(recent.getAllPresent(sha256s));
        String[] missing = sha256s.stream().filter(sha256 -> !present.containsKey(sha256)).toArray(String[]::new);
        if (missing.length == 0) {
            return Uni.createFrom().item(present);
        }
        Future<RowSet<Row>> rows = flight.send(READ, (Object) missing);
        return flight.landed().map(landed -> {
            rows.result().forEach(row -> present.put(row.getString(0), remember(Shown.parse(row.getString(1)))));
            return present;
        });
    }

    /** {@return what was kept under those SHA-256s, read in the present session} */
    public Uni<Map<String, Shown>> of(Set<String> sha256s) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ.replace("$1", "?1"), Object[].class)
                        .setParameter(1, sha256s.toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> Shown.parse((String) row[1]))
                        .collect(Collectors.toMap(Shown::sha256, Function.identity())));
    }

    private Shown remember(Shown kept) {
        recent.put(kept.sha256(), kept);
        return kept;
    }
}
