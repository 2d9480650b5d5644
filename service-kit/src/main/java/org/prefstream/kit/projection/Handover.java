package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets a polling thread keep what it has polled until the batch before is applied, and hand it over then. The connector alone would
 * queue it and poll a paused consumer each 2 ms meanwhile, for nothing: under load that was half of the time of its threads.
 */
@ApplicationScoped
class Handover {

    /** A polling thread also keeps its place in the group, so it does not wait for ever. The connector's queue bounds what follows. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration patience;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    Handover() {
        this(PATIENCE);
    }

    Handover(Duration patience) {
        this.patience = patience;
    }

    /** Waits until no batch of the topic is being applied, but not for ever. It blocks the polling thread that calls it. */
    void await(String topic) {
        try {
            place(topic).tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the consumer is being closed
        }
    }

    /** Notes that a batch of the topic is done. */
    void done(String topic) {
        Semaphore place = place(topic);
        if (place.availablePermits() == 0) {
            place.release();
        }
    }

    /** {@return how many batches of the topic can be handed over at once} */
    int places(String topic) {
        return place(topic).availablePermits();
    }

    private Semaphore place(String topic) {
        return places.computeIfAbsent(topic, name -> new Semaphore(1));
    }
}
