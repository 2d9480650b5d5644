package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What reads the data of all tasks can be read by several processes of the database, and reads a field once. PostgreSQL puts a node above
 * every plan that may run in another process if it is told to.
 */
@QuarkusTest
class DataPlansTest {

    private static final String FORCED = "set local debug_parallel_query = on; set local enable_seqscan = on; "
            + "set local enable_indexscan = off; set local enable_bitmapscan = off";
    private static final String TASKS = "select count(*) from task t left join task_count c on c.task_id = t.id where ";
    /** Operator, type and value. */
    private static final List<String> FILTERS = List.of("equal|String|\"a\"", "not_equal|String|\"a\"",
            "contains|String|\"a\"", "not_contains|String|\"a\"", "regex|String|\"a\"", "not_regex|String|\"a\"",
            "starts_with|String|\"a\"", "ends_with|String|\"a\"", "less|String|\"a\"", "greater_or_equal|String|\"a\"",
            "in_list|String|[\"a\",\"b\"]", "not_in_list|String|[\"a\",\"b\"]", "empty|String|true",
            "empty|String|false", "equal|Number|1", "not_equal|Number|1", "greater|Number|1", "less_or_equal|Number|1",
            "in|Number|{\"min\":1,\"max\":2}", "not_in|Number|{\"min\":1,\"max\":2}", "in_list|Number|[1,2]",
            "empty|Number|true", "empty|Number|false");

    @Inject
    DataSource database;

    @Test
    void everyFilterReadsAFieldOnceAndInAnyProcess() throws SQLException {
        for (String filter : FILTERS) {
            String[] parts = filter.split("\\|", -1);
            TaskQuery query = TaskQuery.of(1, """
                    {"filters":{"conjunction":"and","items":[
                        {"filter":"filter:tasks:data.n","operator":"%s","type":"%s","value":%s}]}}"""
                    .formatted(parts[0], parts[1], parts[2]), false);

            String plan = plan(TASKS + query.where(), query);

            assertThat(plan).as(filter).contains("Gather").doesNotContain("number_of");
            assertThat(fields(plan)).as("%s: %s", filter, plan).isEqualTo(1);
        }
    }

    @Test
    void aRangeOfTextsAndASearchAreReadInAnyProcess() throws SQLException {
        for (String asked : List.of(
                """
                        {"filters":{"conjunction":"and","items":[
                            {"filter":"filter:tasks:data.n","operator":"in","type":"String","value":{"min":"a","max":"b"}}]}}""",
                """
                        {"search":"a"}""")) {
            TaskQuery query = TaskQuery.of(1, asked, false);

            assertThat(plan(TASKS + query.where(), query)).as(asked).contains("Gather");
        }
    }

    @Test
    void anOrderReadsEachFieldOnceAlsoBehindAPlace() throws SQLException {
        TaskQuery all = TaskQuery.of(1, "{\"ordering\":[\"-tasks:data.n\",\"tasks:data.m\"]}", false);
        List<Object> place = new ArrayList<>(List.of("1", "2", "3"));

        for (TaskQuery query : List.of(all, all.after(TaskOrder.name(place)))) {
            String plan = plan(TaskPages.ordered(query, query.order().ofValues()) + " limit 101", query);

            assertThat(plan).contains("Gather");
            assertThat(fields(plan)).as(plan).isEqualTo(2);
        }
    }

    private static int fields(String plan) {
        return plan.split("->>", -1).length - 1;
    }

    private String plan(String statement, TaskQuery query) throws SQLException {
        String bound = statement;
        for (int i = query.parameters().size(); i > 0; i--) {
            bound = bound.replace("?" + i, "'" + query.parameters().get(i - 1) + "'");
        }
        try (Connection connection = database.getConnection(); Statement set = connection.createStatement()) {
            connection.setAutoCommit(false);
            set.execute(FORCED);
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = set.executeQuery("explain (verbose) " + bound)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            } finally {
                connection.rollback();
            }
            return plan.toString();
        }
    }
}
