package org.prefstream.export.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.prefstream.export.delivery.DeliveryTable.Held;
import org.prefstream.export.delivery.DeliveryTable.Written;
import org.prefstream.export.download.Downloads;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.snapshot.Snapshots;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Works on deliveries. One belongs to the replica that holds its lease, by the database's clock. A replica that says nothing any more
 * loses it, and another begins it anew, once it has removed what was left.
 */
@ApplicationScoped
class Deliver {

    private static final Logger LOG = Logger.getLogger(Deliver.class);
    private static final Written NOTHING = new Written(0, null, null);

    private final DeliveryTable table;
    private final DeliveryConfig config;
    private final Targets targets;
    private final Formats formats;
    private final Snapshots snapshots;
    private final Downloads downloads;
    private final UUID worker = UUID.randomUUID();
    private final Map<Long, DeliveryWork> works = new ConcurrentHashMap<>();

    Deliver(DeliveryTable table, DeliveryConfig config, Targets targets, Formats formats, Snapshots snapshots,
            Downloads downloads) {
        this.table = table;
        this.config = config;
        this.targets = targets;
        this.formats = formats;
        this.snapshots = snapshots;
        this.downloads = downloads;
    }

    /** Ends what is over, keeps what goes on, and takes what nobody works on; on a worker thread. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tend() {
        works.values().forEach(this::tend);
        while (works.size() < config.atOnce()) {
            Optional<Held> held = table.claim(worker, config.lease());
            if (held.isEmpty()) {
                return;
            }
            begin(held.get());
        }
    }

    private void tend(DeliveryWork work) {
        long id = work.delivery().id();
        if (work.isOver()) {
            works.remove(id);
            close(work);
        } else if (table.renew(id, worker, config.lease(), work.written().bytes())) {
            work.held();
        } else {
            work.stop();
        }
    }

    /** Only somebody's wish, or a lost lease, stops work before the service ends. Who has lost the lease ends nothing. */
    private void close(DeliveryWork work) {
        Delivery delivery = work.delivery();
        DeliveryWork.Failure failure = work.failure();
        if (work.isDone()) {
            table.end(delivery.id(), worker, DeliveryState.DONE, null, work.written());
        } else if (failure == null) {
            table.end(delivery.id(), worker, DeliveryState.CANCELLED, null, work.written());
        } else if (failure.isPassing() && delivery.attempts() < config.attempts()) {
            table.rest(delivery.id(), worker, failure.sentence(), pause(delivery.attempts()));
        } else {
            String tried = failure.isPassing() ? " It was tried %d times.".formatted(delivery.attempts()) : "";
            table.end(delivery.id(), worker, DeliveryState.FAILED, failure.sentence() + tried, work.written());
        }
    }

    private Duration pause(int attempt) {
        Duration pause = config.backoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(config.backoffMax()) > 0 ? config.backoffMax() : pause;
    }

    private void begin(Held held) {
        Delivery delivery = held.delivery();
        Optional<Store> store = targets.store(delivery.target());
        if (store.isEmpty()) {
            fail(delivery,
                    "The operator of this installation no longer names a target \"%s\".".formatted(delivery.target()));
        } else if (held.isCancelled()) {
            cleanUpAfter(delivery, store.get());
        } else if (delivery.attempts() > config.attempts()) {
            fail(delivery, "The service has ended %d times while it wrote the files.".formatted(config.attempts()));
        } else {
            start(delivery, store.get());
        }
    }

    private void start(Delivery delivery, Store store) {
        try {
            ExportRequest request = ExportRequest.ofFrozen(delivery.projectId(),
                    NewDelivery.query(delivery.format(), delivery.parameters()), formats, delivery.format());
            var work = new DeliveryWork(delivery, store, request, snapshots, downloads, config.lease());
            works.put(delivery.id(), work);
            work.start();
        } catch (ProblemException refused) {
            fail(delivery, refused.detail()); // by a later version than the one that took it
        }
    }

    private void cleanUpAfter(Delivery delivery, Store store) {
        try {
            store.clean(delivery.place());
        } catch (StoreFailed | RuntimeException e) {
            LOG.warnf("what is left of the cancelled delivery %d could not be removed: %s", delivery.id(),
                    e.getMessage());
        }
        table.end(delivery.id(), worker, DeliveryState.CANCELLED, null, NOTHING);
    }

    private void fail(Delivery delivery, String why) {
        table.end(delivery.id(), worker, DeliveryState.FAILED, why, NOTHING);
    }

    /** Drops all work where it is, as a replica does that dies: the database hears nothing of it. */
    void abandon() {
        works.values().forEach(DeliveryWork::stop);
        works.clear();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        works.forEach((id, work) -> {
            work.stop();
            table.release(id, worker);
        });
        works.clear();
    }
}
