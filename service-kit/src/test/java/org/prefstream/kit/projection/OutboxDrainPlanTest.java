package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;

/** A reader asks for the closing rows of a project many times a second, while all the others of an import wait beside them. */
class OutboxDrainPlanTest {

    private static final String IMPORT = """
            insert into outbox (aggregatetype, aggregateid, type, payload, revision, project_id, closes)
            select 'prefstream.tasks.v1', cast(id as text), 'type', '{}', 1, 7, id % 1000 = 0 from generate_series(1, 20000) id
            """;

    private Connection connection;

    @BeforeEach
    void databaseOfItsOwn() throws SQLException {
        Servers servers = RealServers.shared();
        String name = servers.createDatabase("drain");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(servers.jdbcUrl(name));
        source.setUser(name);
        source.setPassword(name);
        Flyway.configure().dataSource(source).locations("db/kit").load().migrate();
        connection = source.getConnection();
        execute("set enable_seqscan = off");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {OutboxDrain.HIGHEST, OutboxDrain.WAITING})
    void onlyClosingRowsAreReadWhateverTheStatisticsSay(String sql) throws SQLException {
        execute("prepare asked (bigint[], text[], bigint) as " + sql);

        assertReadsClosingRows();
        execute("vacuum analyze outbox"); // while it is empty, as it is most of the time
        assertReadsClosingRows();
        execute(IMPORT);
        assertReadsClosingRows();
        execute("analyze outbox");
        assertReadsClosingRows();
        execute("delete from outbox");
        execute("vacuum analyze outbox");
        assertReadsClosingRows();
    }

    private void assertReadsClosingRows() throws SQLException {
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            execute("set plan_cache_mode = " + mode);
            assertThat(plan()).filteredOn(line -> line.contains("Index") && line.contains("outbox"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).as(mode).contains("outbox_closing"));
        }
    }

    private List<String> plan() throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement explain = connection.createStatement();
                ResultSet line = explain.executeQuery("explain execute asked ('{0,7}', '{prefstream.tasks.v1,"
                        + "prefstream.projects.v1,prefstream.imports.v1}', 100000)")) {
            while (line.next()) {
                plan.add(line.getString(1));
            }
        }
        return plan;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
