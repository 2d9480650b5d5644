package org.prefstream.kit.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.web.Idempotency.Answer;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Gives what {@link Idempotency} promises to requests that are stored as a group. Their keys are claimed before the group locks
 * anything, in one order, so that two groups do not deadlock.
 */
public final class KeyedGroup {

    private static final String CLAIM = """
            insert into idempotent_answer (person_id, method, path, key, body_mac)
            select * from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as k(person_id, method, path, key, body_mac)
            order by person_id, method, path, key on conflict do nothing
            """;
    private static final String RECALL = """
            select person_id, method, path, key, body_mac, status, body
            from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as k(person_id, method, path, key) join idempotent_answer using (person_id, method, path, key)
            """;
    private static final String KEEP = """
            update idempotent_answer a set status = k.status, body = k.body
            from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as int[]),
                cast(? as text[])) as k(person_id, method, path, key, status, body)
            where a.person_id = k.person_id and a.method = k.method and a.path = k.path and a.key = k.key
            """;
    private static final String FORGET = """
            delete from idempotent_answer a
            using unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as k(person_id, method, path, key)
            where a.person_id = k.person_id and a.method = k.method and a.path = k.path and a.key = k.key
            """;

    /** A request, and the answer that it got from this group. */
    private record Kept(KeyedRequest keyed, Answer answer) {
    }

    private final Future<RowSet<Row>> recalled;
    private final Set<List<Object>> served = new HashSet<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<KeyedRequest> refused = new ArrayList<>();

    /**
     * Claims the keys of requests, and asks for the answers of keys that were claimed before.
     *
     * @param requests if two of them have one key, the later one {@link #isBehindAnother}
     */
    public KeyedGroup(Flight flight, List<KeyedRequest> requests) {
        Map<List<Object>, KeyedRequest> claimed = new HashMap<>();
        requests.forEach(request -> claimed.putIfAbsent(request.identity(), request));
        List<KeyedRequest> all = List.copyOf(claimed.values());
        flight.send(identities(CLAIM, all).texts(KeyedRequest::mac));
        this.recalled = all.isEmpty()
                ? Future.failedFuture("without keys nothing is asked")
                : flight.ask(identities(RECALL, all));
    }

    /** {@return whether this was asked for another request with the same key already} */
    public boolean isBehindAnother(KeyedRequest request) {
        return !served.add(request.identity());
    }

    /** {@return the answer that the key got before this group; refused with a 409 if it came with another body} */
    public Optional<Answer> given(KeyedRequest request) {
        for (Row row : recalled.result()) {
            if (request.identity()
                    .equals(List.of(row.getLong(0), row.getString(1), row.getString(2), row.getString(3)))) {
                return row.getInteger(5) == null
                        ? Optional.empty()
                        : Optional.of(request.given(row.getString(4), row.getInteger(5), row.getString(6)));
            }
        }
        throw new IllegalStateException("a key that was claimed is not there: " + request.key());
    }

    /** Notes the answer that a repeated request gets. */
    public void keep(KeyedRequest request, Answer answer) {
        kept.add(new Kept(request, answer));
    }

    /** Notes that nothing was done, so that the key may come again. */
    public void forget(KeyedRequest request) {
        refused.add(request);
    }

    /** Sends what was noted. */
    public void send(Flight flight) {
        flight.send(identities(KEEP, kept, Kept::keyed).ints(one -> one.answer().status())
                .texts(one -> one.answer().body()));
        flight.send(identities(FORGET, refused));
    }

    private static SetStatement<KeyedRequest> identities(String sql, List<KeyedRequest> requests) {
        return identities(sql, requests, request -> request);
    }

    private static <R> SetStatement<R> identities(String sql, List<R> rows, Function<R, KeyedRequest> keyed) {
        return new SetStatement<>(sql, rows).longs(row -> keyed.apply(row).request().personId())
                .texts(row -> keyed.apply(row).request().method())
                .texts(row -> keyed.apply(row).request().path())
                .texts(row -> keyed.apply(row).key());
    }
}
