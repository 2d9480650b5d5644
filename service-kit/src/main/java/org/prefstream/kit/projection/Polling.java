package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Looks at the database again and again until it shows what is wanted. So it does not matter which replica did the work. */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Polling() {
    }

    /** {@return what the first satisfying look saw, or what the last look saw when the deadline passed} */
    static <T> Uni<T> until(Supplier<Uni<T>> look, Predicate<T> satisfies, Deadline deadline) {
        return look.get()
                .chain(first -> satisfies.test(first) || deadline.isOver()
                        ? Uni.createFrom().item(first)
                        : Multi.createBy()
                                .repeating()
                                .uni(look::get)
                                .withDelay(PAUSE)
                                .whilst(seen -> !satisfies.test(seen) && !deadline.isOver())
                                .collect()
                                .last());
    }
}
