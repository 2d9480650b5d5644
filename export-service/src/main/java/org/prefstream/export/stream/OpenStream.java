package org.prefstream.export.stream;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import org.prefstream.export.dataset.Arrivals;
import org.prefstream.export.dataset.RowPage;
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

    private final Pages pages;
    private final Arrivals.Watch watch;
    private final Supplier<Uni<Boolean>> access;
    private final Pulse silence;
    private final Pulse accessChecks;
    private final boolean blind;
    private long position;
    private boolean isBegun;
    private boolean isCaughtUp;
    private boolean isBehind = true;
    private Signal.Waiting next;
    /** A wait that ends by time is begun again. */
    private Uni<Void> raised;

    /** Reads the reader's changes behind a position. */
    @FunctionalInterface
    interface Pages {

        Uni<RowPage> behind(long position);
    }

    /**
     * @param position where it begins
     * @param blind whether the reader must not learn of models, or of the order of the data
     * @param watch tells of new changes; it is closed with the stream
     * @param access says whether the reader may still read
     */
    OpenStream(Pages pages, long position, boolean blind, Arrivals.Watch watch, Supplier<Uni<Boolean>> access,
            StreamConfig config) {
        this.pages = pages;
        this.position = position;
        this.blind = blind;
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
        return isBehind ? read() : await();
    }

    /** The wait begins before the look, so that nothing is missed which is committed behind it. */
    private Uni<byte[]> read() {
        next.leave();
        next = watch.begin();
        raised = next.raised().memoize().indefinitely();
        return pages.behind(position).map(this::written);
    }

    private byte[] written(RowPage page) {
        Events events = isBegun ? new Events(blind) : Events.beginning(blind);
        page.changes().forEach(events::add);
        position = page.reached();
        isBehind = !page.isLast();
        isBegun = true;
        if (page.isLast() && !isCaughtUp) {
            isCaughtUp = true;
            events.addCaughtUp(position);
        }
        byte[] chunk = events.bytes();
        if (chunk.length > 0) {
            silence.restart();
        }
        return chunk;
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
