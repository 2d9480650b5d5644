package org.prefstream.kit.messaging;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** The writes of many rows that somebody waits for in this process now. The relay lets them go first ({@link RelayPace}). */
@ApplicationScoped
public class BulkWrites {

    private final AtomicInteger count = new AtomicInteger();

    /** {@return what work gives, which writes many rows; blocks as the work does} */
    public <T> T during(Supplier<T> work) {
        count.incrementAndGet();
        try {
            return work.get();
        } finally {
            count.decrementAndGet();
        }
    }

    /** {@return what work gives, which writes many rows and does not block} */
    public <T> Uni<T> during(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            count.incrementAndGet();
            return work.onTermination().invoke(count::decrementAndGet);
        });
    }

    /** {@return whether such work is done now} */
    public boolean areUnderWay() {
        return count.get() > 0;
    }
}
