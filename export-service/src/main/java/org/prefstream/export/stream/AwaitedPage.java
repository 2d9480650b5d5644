package org.prefstream.export.stream;

import java.time.Duration;

import org.prefstream.export.dataset.RowPage;
import org.prefstream.export.dataset.Watch;
import org.prefstream.kit.database.Signal;

import io.smallrye.mutiny.Uni;

/** The first changes behind a position, if they come in time. Between looks nothing is held: no connection, no thread. */
final class AwaitedPage {

    private final RowReading.Pages pages;
    private final Watch watch;
    private final long endNanos;

    /**
     * @param pages reads the changes behind a position
     * @param watch tells of new changes; whoever made it closes it
     * @param longest how long to wait, from now on
     */
    AwaitedPage(RowReading.Pages pages, Watch watch, Duration longest) {
        this.pages = pages;
        this.watch = watch;
        this.endNanos = System.nanoTime() + longest.toNanos();
    }

    /**
     * {@return the page; without changes where none came in time} The wait begins before the look, so that nothing is missed which is
     * committed behind it.
     */
    Uni<RowPage> behind(long position) {
        Signal.Waiting next = watch.begin();
        return pages.behind(position)
                .chain(page -> isEnough(page)
                        ? Uni.createFrom().item(page)
                        : arrival(next).chain(() -> behind(page.reached())))
                .onTermination()
                .invoke(next::leave);
    }

    private boolean isEnough(RowPage page) {
        return !page.changes().isEmpty() || !page.isLast() || nanosLeft() <= 0;
    }

    private Uni<Void> arrival(Signal.Waiting next) {
        return next.raised()
                .ifNoItem()
                .after(Duration.ofNanos(Math.max(1, nanosLeft())))
                .recoverWithUni(Uni.createFrom().voidItem());
    }

    private long nanosLeft() {
        return endNanos - System.nanoTime();
    }
}
