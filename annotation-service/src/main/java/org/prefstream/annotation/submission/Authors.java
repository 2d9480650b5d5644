package org.prefstream.annotation.submission;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.security.Person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** The names of the authors of annotations. */
@ApplicationScoped
class Authors {

    private static final String NAMES = """
            select user_id, trim(concat(first_name, ' ', last_name)) || ' ' || email from access_copy
            where user_id = any (cast(?1 as bigint[])) and not deleted
            """;

    private static final String NAMES_IN_FLIGHT = NAMES.replace('?', '$');

    /** {@return that person's name as {@code first last email}} */
    static String name(Person person) {
        return (person.firstName() + " " + person.lastName()).strip() + " " + person.email();
    }

    /** {@return names as {@code first last email}, by id, read within the flight; people unknown here are missing} */
    static Uni<Map<Long, String>> names(Flight flight, Set<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Future<RowSet<Row>> rows = flight.send(NAMES_IN_FLIGHT, (Object) ids.toArray(Long[]::new));
        return flight.landed()
                .map(landed -> StreamSupport.stream(rows.result().spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getLong(0), row -> row.getString(1))));
    }

    /** {@return names as {@code first last email}, by id, read in the present session; people unknown here are missing} */
    Uni<Map<Long, String>> names(Set<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NAMES, Object[].class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1])));
    }
}
