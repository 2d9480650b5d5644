package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.prefstream.kit.database.Signal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Looks at the database again and again until it shows what is wanted: as soon as this process has done something for it, and
 * from time to time, because another replica may have done it.
 */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Polling() {
    }

    /**
     * {@return what the first satisfying look saw, or what the last look saw when the deadline passed}
     *
     * @param signal is raised whenever this process has done something that may satisfy
     */
    static <T> Uni<T> until(Supplier<Uni<T>> look, Predicate<T> satisfies, Signal signal, Deadline deadline) {
        return Multi.createBy()
                .repeating()
                .uni(() -> lookAndWait(look, satisfies, signal, deadline))
                .whilst(seen -> !satisfies.test(seen) && !deadline.isOver())
                .collect()
                .last();
    }

    /** {@return what was seen; where it does not satisfy, once it is worth another look} */
    private static <T> Uni<T> lookAndWait(Supplier<Uni<T>> look, Predicate<T> satisfies, Signal signal,
            Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            Signal.Waiting next = signal.begin();
            return look.get()
                    .call(seen -> satisfies.test(seen) ? Uni.createFrom().voidItem() : atMostPause(next, deadline))
                    .onTermination()
                    .invoke(() -> next.leave());
        });
    }

    private static Uni<Void> atMostPause(Signal.Waiting next, Deadline deadline) {
        Duration pause = Collections.min(List.of(PAUSE, deadline.left()));
        return pause.toMillis() == 0
                ? Uni.createFrom().voidItem()
                : next.raised().ifNoItem().after(pause).recoverWithUni(Uni.createFrom().voidItem());
    }
}
