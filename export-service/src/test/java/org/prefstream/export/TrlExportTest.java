package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final Pattern LIKE_PYTHONS_SPLITLINES = Pattern
            .compile("\r\n|[\n\u000b\f\r\u001c\u001d\u001e\u0085\u2028\u2029]");

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
    void isAnEmptyFileThatSaysWhyWhereNothingWasPreferred() {
        Response answer = exports.export(projectId, "TRL");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEmpty();
        assertThat(answer.header("Content-Disposition")).contains(".jsonl");
        assertThat(answer.header("Prefstream-Empty")).startsWith("There are no preferences to export yet");
    }

    @Test
    void idsSelectTheRowsOfTasks() {
        PreferenceRecord wanted = Records.preference(projectId, Ids.next(), Ids.next(), "wanted");
        PreferenceRecord other = Records.preference(projectId, Ids.next(), Ids.next(), "other");
        owners.publish(peers, Stream.of(wanted, other));

        for (String parameter : List.of("ids", "ids[]")) {
            Response answer = exports.get("/api/projects/" + projectId + "/export",
                    Map.of("exportType", "TRL", parameter, wanted.taskId()));

            assertThat(answer.asString()).isEqualTo(lines(wanted));
        }
    }

    @Test
    void textsAmongConversationsBecomeMessages() {
        PreferenceRecord text = Records.preference(projectId, Ids.next(), Ids.next(), "better");
        PreferenceRecord conversation = Records.conversation(projectId, Ids.next(), Ids.next());
        owners.publish(peers, Stream.of(text, conversation));

        assertThat(exports.export(projectId, "TRL").asString()).isEqualTo(lines(text.asMessages(), conversation));
    }

    @Test
    void rowsThatAreNotSelectedTurnNothing() {
        PreferenceRecord text = Records.preference(projectId, Ids.next(), Ids.next(), "better");
        PreferenceRecord conversation = Records.conversation(projectId, Ids.next(), Ids.next());
        owners.publish(peers, Stream.of(text, conversation));

        String file = exports
                .get("/api/projects/" + projectId + "/export", Map.of("exportType", "TRL", "ids", text.taskId()))
                .asString();

        assertThat(file).isEqualTo(lines(text));
    }

    @Test
    void aWithdrawnConversationTurnsNothing() {
        PreferenceRecord text = Records.preference(projectId, Ids.next(), Ids.next(), "better");
        PreferenceRecord conversation = Records.conversation(projectId, Ids.next(), Ids.next());
        owners.publish(peers, Stream.of(text, conversation));
        assertThat(exports.export(projectId, "TRL").asString())
                .startsWith("{\"schema\":\"preference/1\",\"shape\":\"messages\"");

        owners.publish(peers, List.of(new Publication(Topic.PREFERENCES, conversation.key(), 2, null)));

        assertThat(exports.export(projectId, "TRL").asString()).isEqualTo(lines(text));
    }

    @Test
    void everyLineIsARowForReadersThatSplitAtMoreThanLineFeeds() {
        PreferenceRecord text = Records.preference(projectId, Ids.next(), Ids.next(),
                "one\u2028two\u2029three\u0085four\u000bfive\fsix\u001cseven\u001deight\u001enine\r\nten");
        PreferenceRecord conversation = Records.conversation(projectId, Ids.next(), Ids.next());
        owners.publish(peers, Stream.of(text, conversation));

        String file = exports.export(projectId, "TRL").asString();

        assertThat(LIKE_PYTHONS_SPLITLINES.split(file)).hasSize(2)
                .allSatisfy(line -> assertThat(Json.readObject(line)).containsKeys("prompt", "rationale"));
        assertThat(String.valueOf(Json.readObject(file.lines().findFirst().orElseThrow()).get("chosen")))
                .contains(text.chosen().toString());
    }

    private static String lines(PreferenceRecord... records) {
        return Stream.of(records).map(record -> Json.write(record) + "\n").collect(Collectors.joining());
    }
}
