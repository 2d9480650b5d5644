package org.prefstream.export.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import org.prefstream.export.dataset.Watch;
import org.prefstream.kit.database.Signal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * One reader's stream: pages until it has caught up, and then what arrives. It takes one step at a time, and a step only when the
 * reader has taken what the last one gave, so it holds a page at most for somebody slow. Between steps nothing is held: no
 * connection, no transaction, no thread.
 */
final class OpenStream {

    private static final byte[] END = {};
    private static final byte[] NOTHING = {};

    private final Reading reading;
    private final Watch watch;
    private final Supplier<Uni<Boolean>> access;
    private final Pulse silence;
    private final Pulse accessChecks;

    private boolean isBehind = true;
    private Signal.Waiting next;
    /** A wait that ends by time is begun again. */
    private Uni<Void> raised;

    /** What there is to tell a reader. */
    interface Reading {

        /** {@return what has come since the last time} It holds nothing behind. */
        Uni<Part> next();

        /** {@return how long to wait before the next time, for the reader's sake} */
        default Duration rest() {
            return Duration.ZERO;
        }
    }

    /**
     * A part of a stream.
     *
     * @param text events; empty if there is nothing to tell
     * @param isLast whether there was nothing behind it
     */
    record Part(String text, boolean isLast) {
    }

    /**
     * @param watch tells of new changes; it is closed with the stream
     * @param access says whether the reader may still read
     */
    OpenStream(Reading reading, Watch watch, Supplier<Uni<Boolean>> access, StreamConfig config) {
        this.reading = reading;
        this.watch = watch;
        this.access = access;
        this.silence = new Pulse(config.silenceMax(), System::nanoTime);
        this.accessChecks = new Pulse(config.accessEvery(), System::nanoTime);
        this.next = watch.begin();
        this.raised = next.raised().memoize().indefinitely();
    }

    /** {@return the events in UTF-8, for one subscriber. It ends when the access does; cancelling it ends all work} */
    Multi<byte[]> events() {
        return Multi.createBy()
                .repeating()
                .uni(this::step)
                .until(chunk -> chunk == END)
                .filter(chunk -> chunk.length > 0)
                .onTermination()
                .invoke(this::close);
    }

    private void close() {
        next.leave();
        watch.close();
    }

    private Uni<byte[]> step() {
        if (accessChecks.isDue()) {
            accessChecks.restart();
            return access.get().map(may -> may ? NOTHING : END);
        }
        if (!isBehind) {
            return await();
        }
        Duration rest = reading.rest();
        return rest.isZero() ? read() : Uni.createFrom().item(NOTHING).onItem().delayIt().by(rest);
    }

    /** The wait begins before the look, so that nothing is missed which is committed behind it. */
    private Uni<byte[]> read() {
        next.leave();
        next = watch.begin();
        raised = next.raised().memoize().indefinitely();
        return reading.next().map(this::taken);
    }

    private byte[] taken(Part part) {
        isBehind = !part.isLast();
        if (!part.text().isEmpty()) {
            silence.restart();
        }
        return part.text().getBytes(StandardCharsets.UTF_8);
    }

    private Uni<byte[]> await() {
        if (silence.isDue()) {
            silence.restart();
            return Uni.createFrom().item(Events.stillHere());
        }
        Duration pause = Collections.min(List.of(silence.left(), accessChecks.left()));
        return raised.map(arrived -> true).ifNoItem().after(pause).recoverWithItem(false).map(arrived -> {
            isBehind = arrived;
            return NOTHING;
        });
    }
}
