package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A dry run promises no table that there is not. */
@QuarkusTest
class ColumnsDryRunTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        long task = Ids.next();
        owners.publish(peers, Stream.of(Records.project(projectId), Records.task(projectId, task),
                Records.annotation(projectId, task, Ids.next(), "left")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CSV|prompt,nonsense", "TSV|prompt,nonsense", "CSV|prompt,prompt"})
    void itRefusesColumnsAsTheFileDoes(String format, String columns) {
        Response file = exports.export(projectId, format, "columns", columns);
        Response counts = exports.export(projectId, format, "columns", columns, "dry_run", "true");

        assertThat(file.statusCode()).isEqualTo(400);
        assertThat(counts.statusCode()).isEqualTo(400);
        assertThat(Exports.refusals(counts)).isEqualTo(Exports.refusals(file)).containsOnlyKeys("columns");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CSV|prompt,answer1", "TSV|why,temperature,annotation_id"})
    void itCountsTheRowsOfColumnsThatThereAre(String format, String columns) {
        Response counts = exports.export(projectId, format, "columns", columns, "dry_run", "true");

        assertThat(counts.statusCode()).isEqualTo(200);
        Map<String, Object> told = Json.readObject(counts.asString());
        assertThat(told).containsEntry("rows_in", 1).containsEntry("rows_out", 1).containsEntry("refused", false);
    }
}
