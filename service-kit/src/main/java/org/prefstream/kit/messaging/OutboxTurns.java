package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets projects take turns while more rows wait than one batch holds. A million tasks of one project would otherwise hold up the
 * one task of another. The rows of a project keep their order, and with them those of a key, which belongs to one project.
 */
final class OutboxTurns {

    /**
     * The projects are found by jumps in the index of closing rows, since the last row of a project that waits is one. {@code heads}
     * are their first rows that wait. {@code turns} holds their next rows, without what they say: up to a batch of the project that
     * has waited longest, so that a batch is full as a rule, and of the others about twice their share. Within a turn those come last
     * of which rows are under way, so that large rows of a few projects do not fill all batches: the lowest row of such a project is
     * under way, since its rows leave in their order. {@code not in} is hashed here; {@code <> all} would compare each row with all ids.
     */
    static final String ROWS = """
            with recursive under_way (id) as materialized (select unnest(cast(? as bigint[]))),
            projects (id) as (
                (select project_id from outbox where closes order by project_id limit 1)
                union all
                select following.project_id from projects, lateral (
                    select project_id from outbox where closes and project_id > projects.id
                    order by project_id limit 1) following),
            heads as materialized (
                select projects.id, first.id as row_id, first.id <> first.lowest as busy,
                    row_number() over (order by first.id) as place, count(*) over () as number
                from projects, lateral (
                    select id, lowest from (
                        select project_id, id, first_value(id) over (order by project_id, id) as lowest from outbox
                        where (project_id, id) > (projects.id, ?) and project_id <= projects.id) present
                    where id not in (select id from under_way)
                    order by project_id, id limit 1) first),
            turns as (
                select following.id, following.bytes, heads.busy,
                    row_number() over (partition by heads.id order by following.id) as turn
                from heads, lateral (
                    select id, coalesce(octet_length(payload), 0) as bytes from outbox
                    where (project_id, id) >= (heads.id, heads.row_id) and project_id <= heads.id
                        and id not in (select id from under_way)
                    order by project_id, id
                    limit case when heads.place = 1 then ? else 1 + 2 * ? / heads.number end) following),
            places as (
                select id, row_number() over following as place, sum(bytes) over (following rows unbounded preceding) as bytes
                from turns window following as (order by turn, busy, id))
            select id, nonce, aggregatetype, aggregateid, type, payload, headers, revision, recorded_at,
                (select min(row_id) from heads) as lowest
            from outbox where id = any (array(select id from places where place <= ? and (bytes <= ? or place = 1)))
            order by id
            """;
    /**
     * Indexes give rows in the order wanted. A plan that sorts instead reads all that wait, each time. What is forbidden and
     * unavoidable counts as so dear that the server would compile the statement.
     */
    static final String BY_INDEX = "set local enable_sort = off; set local enable_seqscan = off; set local jit = off";

    private OutboxTurns() {
    }

    /**
     * {@return a batch in which projects take turns, within the limits of rows and of payload bytes; a first row that is larger comes
     * alone}
     *
     * @param floor the id up to which no row waits
     * @param underWay rows that are not wanted again
     */
    static OutboxHead read(Connection connection, long floor, RowNames underWay, int rows, long bytes)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement settings = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            settings.execute(BY_INDEX);
            fill(select, floor, underWay, rows, bytes);
            return read(select);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static void fill(PreparedStatement select, long floor, RowNames underWay, int rows, long bytes)
            throws SQLException {
        select.setArray(1, select.getConnection().createArrayOf("bigint", underWay.ids().toArray()));
        select.setLong(2, floor);
        select.setInt(3, rows);
        select.setInt(4, rows);
        select.setInt(5, rows);
        select.setLong(6, bytes);
    }

    private static OutboxHead read(PreparedStatement select) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        long lowest = OutboxHead.NOTHING_WAITS;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(OutboxTable.row(row));
                lowest = row.getLong("lowest");
            }
        }
        return new OutboxHead(rows, lowest);
    }
}
