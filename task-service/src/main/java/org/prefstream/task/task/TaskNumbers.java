package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.prefstream.task.project.Projects;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Gives out the numbers of tasks within their projects. No number is given out twice, and those of one import follow the order of
 * its tasks. Numbers may be left out: those of an import that fails, if others have taken numbers meanwhile.
 */
public final class TaskNumbers {

    private static final String TAKE = """
            insert into task_numbering (project_id, last_inner_id)
            select id, cast(? as bigint) from project where id = ? and deleted_at is null
            on conflict (project_id) do update set last_inner_id = task_numbering.last_inner_id + excluded.last_inner_id
            returning last_inner_id
            """;
    private static final String TAKE_ONE = TAKE.replaceFirst("\\?", "1").replace("?", "?1");
    private static final String GIVE_BACK = """
            update task_numbering set last_inner_id = ? where project_id = ? and last_inner_id = ?
            """;

    private TaskNumbers() {
    }

    /** {@return the next number, in the Panache transaction of the caller, who holds the project's lock} */
    static Uni<Long> next(long projectId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_ONE, Long.class)
                        .setParameter(1, projectId)
                        .getSingleResult());
    }

    /**
     * Takes numbers. The transaction of the caller must end at once, because others wait for it.
     *
     * @return the last of the numbers; refuses with a 404 if there is no project
     */
    public static long take(Connection connection, long projectId, int count) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, count);
            take.setLong(2, projectId);
            try (ResultSet row = take.executeQuery()) {
                if (!row.next()) {
                    throw Projects.unknown();
                }
                return row.getLong(1);
            }
        }
    }

    /**
     * Gives numbers back that no task got, if nobody has taken others since.
     *
     * @param before the number before the first one of them
     * @param last the last one of them, which follow on one another
     */
    public static void giveBack(Connection connection, long projectId, long before, long last) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(GIVE_BACK)) {
            update.setLong(1, before);
            update.setLong(2, projectId);
            update.setLong(3, last);
            update.executeUpdate();
        }
    }
}
