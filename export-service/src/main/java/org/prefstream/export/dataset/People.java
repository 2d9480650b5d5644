package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.view.ExportedAuthor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Names of people who have an account, for statements about what they did. */
@ApplicationScoped
public class People {

    private static final String SELECT = """
            select user_id, email, first_name, last_name from access_copy where user_id = any (cast($1 as bigint[])) and not deleted
            """;

    private final Pool pool;

    People(Pool pool) {
        this.pool = pool;
    }

    /** {@return those of them who have an account} */
    public Uni<List<ExportedAuthor.Person>> withIds(List<Long> ids) {
        return pool.preparedQuery(SELECT).execute(Tuple.of(ids.toArray(Long[]::new))).map(People::read);
    }

    private static List<ExportedAuthor.Person> read(RowSet<Row> rows) {
        List<ExportedAuthor.Person> found = new ArrayList<>();
        for (Row row : rows) {
            found.add(new ExportedAuthor.Person(row.getLong(0), row.getString(1), row.getString(2), row.getString(3)));
        }
        return found;
    }
}
