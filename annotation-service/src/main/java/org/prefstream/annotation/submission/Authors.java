package org.prefstream.annotation.submission;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The names of the authors of annotations. */
@ApplicationScoped
class Authors {

    private static final String NAMES = """
            select user_id, trim(concat(first_name, ' ', last_name)) || ' ' || email from access_copy
            where user_id = any (cast(?1 as bigint[])) and not deleted
            """;

    /** {@return that person's name as {@code first last email}} */
    static String name(Person person) {
        return (person.firstName() + " " + person.lastName()).strip() + " " + person.email();
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
