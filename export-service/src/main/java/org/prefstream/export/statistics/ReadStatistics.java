package org.prefstream.export.statistics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.dataset.LastRows;
import org.prefstream.export.dataset.LastRows.Arrived;
import org.prefstream.export.dataset.People;
import org.prefstream.export.dataset.Tallies;
import org.prefstream.export.dataset.Tallies.Tally;
import org.prefstream.export.dataset.WholeProject;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.view.ExportedAuthor;

import io.smallrye.mutiny.Uni;

/** Reads the statistics of a project, with everything in them that was acknowledged before. */
@ApplicationScoped
class ReadStatistics {

    private final WholeProject whole;
    private final Tallies tallies;
    private final LastRows lastRows;
    private final People people;

    ReadStatistics(WholeProject whole, Tallies tallies, LastRows lastRows, People people) {
        this.whole = whole;
        this.tallies = tallies;
        this.lastRows = lastRows;
        this.people = people;
    }

    /**
     * {@return the statistics; fails with a 404 or 403 where there is nothing for this person, and with a 503 where copies lag or are not
     * counted yet}
     */
    Uni<Statistics> of(Person person, long projectId) {
        return whole.reached(person, projectId, Statistics.REFUSAL)
                .chain(() -> tallies.areWhole(projectId))
                .invoke(ReadStatistics::requireWhole)
                .chain(() -> Uni.combine().all().unis(tallies.of(projectId), lastRows.of(projectId)).asTuple())
                .chain(read -> named(read.getItem1(), read.getItem2()));
    }

    private Uni<Statistics> named(List<Tally> counted, Arrived arrived) {
        List<Long> ids = counted.stream().map(Tally::annotatorId).distinct().toList();
        return people.withIds(ids)
                .map(found -> new Counted(counted).statistics(names(found), arrived.last(), arrived.lagMillis()));
    }

    private static Map<Long, String> names(List<ExportedAuthor.Person> people) {
        return people.stream().collect(Collectors.toMap(ExportedAuthor.Person::id, ReadStatistics::name));
    }

    private static String name(ExportedAuthor.Person person) {
        String name = (person.firstName() + " " + person.lastName()).strip();
        return name.isEmpty() ? person.email() : name;
    }

    private static void requireWhole(boolean isWhole) {
        if (!isWhole) {
            throw new ProblemException(ProblemType.LAGGING,
                    "Judgements that were made before this version are still being counted. Try again shortly.");
        }
    }
}
