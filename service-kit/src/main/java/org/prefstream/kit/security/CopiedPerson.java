package org.prefstream.kit.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.database.Flight;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** Reads people out of this service's copy of access. */
public final class CopiedPerson {

    static final String COLUMNS = "a.user_id, a.email, a.first_name, a.last_name, a.role, a.project_ids";

    private static final String BY_ID = """
            select %s from access_copy a where a.user_id = any (cast($1 as bigint[])) and a.active and not a.deleted
            """.formatted(COLUMNS);

    private CopiedPerson() {
    }

    /** Asks for people by their ids. {@return rows that {@link #byId} reads} */
    public static Future<RowSet<Row>> ask(Flight flight, Collection<Long> ids) {
        return flight.send(BY_ID, (Object) ids.toArray(Long[]::new));
    }

    /** {@return the people of the rows by id; those who may do nothing now are missing} */
    public static Map<Long, Person> byId(RowSet<Row> rows) {
        Map<Long, Person> people = new HashMap<>();
        rows.forEach(row -> people.put(row.getLong(0), read(row)));
        return people;
    }

    static Person read(Row row) {
        return new Person(row.getLong(0), row.getString(1), row.getString(2), row.getString(3),
                Role.valueOf(row.getString(4)), Arrays.stream(row.getArrayOfLongs(5)).collect(Collectors.toSet()));
    }
}
