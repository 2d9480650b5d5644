package org.prefstream.export.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.export.dataset.Arrivals;
import org.prefstream.export.dataset.Audience;
import org.prefstream.export.dataset.Projects;
import org.prefstream.export.dataset.RowChanges;
import org.prefstream.export.dataset.TallyArrivals;
import org.prefstream.export.dataset.Watch;
import org.prefstream.export.statistics.Statistics;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Opens streams of the dataset for those who may read it, and sees to it that there are not too many. */
@ApplicationScoped
class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    private final Projects projects;
    private final RowChanges changes;
    private final Arrivals arrivals;
    private final TallyArrivals tallyArrivals;
    private final StreamConfig config;
    private final StreamPlaces places;

    Streams(Projects projects, RowChanges changes, Arrivals arrivals, TallyArrivals tallyArrivals,
            StreamConfig config) {
        this.projects = projects;
        this.changes = changes;
        this.arrivals = arrivals;
        this.tallyArrivals = tallyArrivals;
        this.config = config;
        this.places = new StreamPlaces(config.perPerson(), config.most());
    }

    /** {@return the position behind which the stream begins; fails with a 404 where there is nothing for this person} */
    Uni<Long> beginning(StreamRequest request, Person person) {
        return projects.requireVisible(person, request.projectId())
                .chain(() -> request.position().isPresent()
                        ? Uni.createFrom().item(request.position().getAsLong())
                        : changes.last());
    }

    /**
     * {@return the events, for one subscriber. It fails before the first one if there is no place, and ends when the person may no
     * longer read what it has}
     *
     * @param position what {@link #beginning} has said
     * @param anew says who the reader is now
     */
    Multi<byte[]> open(StreamRequest request, Person person, long position, Supplier<Uni<Optional<Person>>> anew) {
        Audience audience = request.audience(person);
        return placed(person, request.projectId(),
                () -> new OpenStream(
                        new RowReading(behind -> changes.behind(audience, behind), position, !person.manages()),
                        arrivals.watch(audience), () -> mayStill(request, audience, anew), config));
    }

    /** Completes if this person may have the statistics of the project; fails with a 404 or 403 otherwise. */
    Uni<Void> maySeeStatistics(Person person, long projectId) {
        return projects.requireVisible(person, projectId).invoke(() -> {
            if (!person.manages()) {
                throw ProblemException.forbidden(Statistics.REFUSAL);
            }
        });
    }

    /** {@return the events that say when statistics change, for one subscriber} It fails and ends as {@link #open} does. */
    Multi<byte[]> ofStatistics(long projectId, Person person, Supplier<Uni<Optional<Person>>> anew) {
        return placed(person, projectId,
                () -> new OpenStream(new StatisticsReading(), tallyArrivals.watch(projectId),
                        () -> anew.get()
                                .chain(now -> now.isPresent() && now.get().manages()
                                        ? projects.isVisible(now.get(), projectId)
                                        : Uni.createFrom().item(false)),
                        config));
    }

    private Multi<byte[]> placed(Person person, long projectId, Supplier<OpenStream> stream) {
        return Multi.createFrom().deferred(() -> {
            places.enter(person.id());
            return stream.get()
                    .events()
                    .onTermination()
                    .invoke(() -> places.leave(person.id()))
                    .onFailure()
                    .invoke(failure -> say(projectId, failure));
        });
    }

    /**
     * {@return the changes behind a position, as many as fit on a page; empty if none came in that time} It fails if there is no
     * place, or if the person may no longer read when something came.
     *
     * @param position what {@link #beginning} has said
     * @param wait how long to wait for the first change
     * @param anew says who the reader is now
     */
    Uni<StreamPage> page(StreamRequest request, Person person, long position, Duration wait,
            Supplier<Uni<Optional<Person>>> anew) {
        return Uni.createFrom().deferred(() -> {
            places.enter(person.id());
            Audience audience = request.audience(person);
            Watch watch = arrivals.watch(audience);
            return new AwaitedPage(behind -> changes.behind(audience, behind), watch, wait).behind(position)
                    .call(() -> mayStill(request, audience, anew).invoke(Streams::refuseStrangers))
                    .map(page -> StreamPage.of(page, !person.manages()))
                    .onTermination()
                    .invoke(() -> {
                        watch.close();
                        places.leave(person.id());
                    });
        });
    }

    private static void refuseStrangers(boolean may) {
        if (!may) {
            throw new ProblemException(ProblemType.FORBIDDEN,
                    "You may no longer read what you asked for; ask again for what you may.");
        }
    }

    /** Behind the first event nobody else says it: the client sees that the stream breaks off, and begins again where it was. */
    private static void say(long projectId, Throwable failure) {
        if (failure instanceof ProblemException || DatabaseErrors.isTransient(failure)) {
            LOG.infof("broke off a stream of project=%d: %s", projectId, failure.getMessage());
        } else {
            LOG.errorf(failure, "broke off a stream of project=%d", projectId);
        }
    }

    /** Who may read more or less than before ends the stream, too: the next one shows them what they may. */
    private Uni<Boolean> mayStill(StreamRequest request, Audience audience, Supplier<Uni<Optional<Person>>> anew) {
        return anew.get()
                .chain(now -> now.isPresent() && request.audience(now.get()).equals(audience)
                        ? projects.isVisible(now.get(), request.projectId())
                        : Uni.createFrom().item(false));
    }
}
