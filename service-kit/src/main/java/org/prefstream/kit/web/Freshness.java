package org.prefstream.kit.web;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/**
 * Lets lists and counters include what people were told is stored. An answer waits a moment for it and then comes anyway, with a
 * header that says how long it waited in vain: a list that is late is better than none.
 */
@ApplicationScoped
public class Freshness {

    /** Milliseconds that an answer waited for changes which it may still lack. */
    public static final String LAG = "Prefstream-Lag-Ms";

    private final ReadBarrier barrier;

    Freshness(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    /** {@return what is read, as JSON, once everything acknowledged is in it or patience is at its end} */
    public Uni<Response> answer(Supplier<? extends Uni<?>> read) {
        long started = System.nanoTime();
        return barrier.reachedInTime().chain(fresh -> {
            long waited = Duration.ofNanos(System.nanoTime() - started).toMillis();
            return read.get().map(found -> {
                Response.ResponseBuilder response = Response.ok(Json.write(found), MediaType.APPLICATION_JSON_TYPE);
                return (fresh ? response : response.header(LAG, Math.max(1, waited))).build();
            });
        });
    }
}
