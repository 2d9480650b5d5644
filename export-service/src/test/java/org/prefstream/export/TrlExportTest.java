package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "export"))
@QuarkusTestResource(PeerStandIns.class)
class TrlExportTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void holdsTheRecordsOfTheTopicByteForByteInTheOrderOfTasks() {
        PreferenceRecord later = Records.preference(projectId, Ids.next(), Ids.next(), "é \u2028 \uD83C\uDF0A");
        PreferenceRecord earlier = Records.preference(projectId, later.taskId() - 1, Ids.next(), "better");
        PreferenceRecord foreign = Records.preference(Ids.next(), Ids.next(), Ids.next(), "of another project");
        owners.publish(peers, Stream.of(later, earlier, foreign));

        Response answer = exports.export(projectId, "TRL");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"project-%d-at-\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-[0-9a-f]{8}\\.jsonl\""
                        .formatted(projectId));
        assertThat(answer.header("Content-Disposition")).contains('"' + answer.header("filename") + '"');
        assertThat(answer.asByteArray()).asString(StandardCharsets.UTF_8).isEqualTo(lines(earlier, later));
    }

    @Test
    void followsEditsAndDeletions() {
        PreferenceRecord edited = Records.preference(projectId, Ids.next(), Ids.next(), "first thought");
        PreferenceRecord withdrawn = Records.preference(projectId, Ids.next(), Ids.next(), "a mistake");
        PreferenceRecord now = Records.preference(projectId, edited.taskId(), edited.annotationId(), "second thought");
        owners.publish(peers, Stream.of(edited, withdrawn));
        assertThat(exports.export(projectId, "TRL").asString()).isEqualTo(lines(edited, withdrawn));

        owners.publish(peers,
                List.of(Publication.of(now, 2), new Publication(Topic.PREFERENCES, withdrawn.key(), 2, null)));

        assertThat(exports.export(projectId, "TRL").asString()).isEqualTo(lines(now));
    }

    @Test
    void refusesToMakeAFileThatNoLoaderReads() {
        Response answer = exports.export(projectId, "TRL");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("detail")).contains("no preferences to export yet");
        assertThat(answer.header("Content-Disposition")).isNull();
    }

    private static String lines(PreferenceRecord... records) {
        return Stream.of(records).map(record -> Json.write(record) + "\n").collect(Collectors.joining());
    }
}
