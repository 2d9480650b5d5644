package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Lets projects take turns while more rows wait than one batch holds. A million tasks of one project would otherwise hold up the
 * one task of another. The rows of a project keep their order, and with them those of a key, which belongs to one project.
 */
final class OutboxTurns {

    /**
     * The projects are found by jumps in an index, as many as there are. Those whose rows have waited longest come first, so that
     * each project gets its turn, and the first row is the one with the lowest id. {@code not in} is hashed here; {@code <> all}
     * would compare each row with all ids.
     */
    static final String ROWS = """
            with recursive project (id, oldest) as (
                (select project_id, id from outbox order by project_id, id limit 1)
                union all
                select following.project_id, following.id from project, lateral (
                    select project_id, id from outbox where project_id > project.id order by project_id, id limit 1) following),
            longest as (select id from project order by oldest limit 50),
            turns as (
                select waiting.*, row_number() over (partition by waiting.project_id order by waiting.id) as turn
                from longest, lateral (
                    select * from outbox where (project_id, id) > (longest.id, ?) and project_id <= longest.id
                        and id not in (select unnest(cast(? as bigint[])))
                    order by project_id, id limit ?) waiting),
            places as (
                select *, row_number() over (order by turn, id) as place,
                    sum(coalesce(octet_length(payload), 0)) over (order by turn, id rows unbounded preceding) as bytes
                from turns)
            select id, nonce, aggregatetype, aggregateid, type, payload, headers, revision, recorded_at
            from places where place <= ? and (bytes <= ? or place = 1)
            order by id
            """;
    /** The index of projects gives rows in the order wanted. A plan that sorts instead reads all that wait, each time. */
    static final String BY_INDEX = "set local enable_sort = off; set local enable_seqscan = off";

    private OutboxTurns() {
    }

    /**
     * {@return a batch in which projects take turns, in the order of ids, within the limits of rows and of payload bytes; a first
     * row that is larger comes alone}
     *
     * @param floor the id up to which no row waits
     * @param underWay rows that are not wanted again
     */
    static List<OutboxRow> read(Connection connection, long floor, RowNames underWay, int rows, long bytes)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement settings = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            settings.execute(BY_INDEX);
            fill(select, floor, underWay, rows, bytes);
            return OutboxTable.rows(select);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static void fill(PreparedStatement select, long floor, RowNames underWay, int rows, long bytes)
            throws SQLException {
        select.setLong(1, floor);
        select.setArray(2, select.getConnection().createArrayOf("bigint", underWay.ids().toArray()));
        select.setInt(3, rows);
        select.setInt(4, rows);
        select.setLong(5, bytes);
    }
}
