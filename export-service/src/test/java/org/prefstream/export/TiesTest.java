package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What an export does with pairs of which neither answer is better, and with those that nothing could be trained on. */
@QuarkusTest
class TiesTest {

    private static final long ANN = 11;
    private static final long BOB = 12;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final long task = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void aTieIsTwoRowsWithoutAMarginThatSayWhatTheyAre() {
        Judged tie = judged(Judged.tie(projectId, task, ANN));
        Judged better = judged(Judged.first(projectId, Ids.next(), ANN).by(2));

        assertThat(file("TRL", "ties", "both")).isEqualTo(
                said(tie.tied(0, 1), "tie") + said(tie.tied(1, 0), "tie") + said(better.row(), "preference"));
        assertThat(file("TRL")).isEqualTo(Json.write(better.row()) + "\n");
    }

    @Test
    void theTiesOfARankingAreRowsBesideItsPreferences() {
        judged(Judged.ranking(projectId, task, ANN, List.of(List.of(2), List.of(0, 3, 1))));

        assertThat(file("TRL", "ties", "both").lines().map(line -> Json.readObject(line).get("outcome")))
                .containsExactly("tie", "preference", "tie", "tie", "preference", "tie", "preference", "tie", "tie");
        assertThat(counts("TRL")).isEqualTo(Map.of("TIE_DROPPED", 3, "in", 6, "out", 3));
        assertThat(counts("TRL", "ties", "both")).isEqualTo(Map.of("in", 6, "out", 9));
    }

    @ParameterizedTest
    @CsvSource({"TRL,3,", "TRL_IMPLICIT,3,", "OPENRLHF,3,", "PARQUET,3,", "HF,3,", "HELPSTEER,2,",
            "TOGETHER,1,TIE_DROPPED", "NEMO_RL,1,TIE_DROPPED", "TRL_SFT,1,TIE_DROPPED"})
    void eachFormatHasTheTiesThatItCan(String format, int rows, String leftOut) {
        judged(Judged.tie(projectId, task, ANN));
        judged(Judged.first(projectId, Ids.next(), ANN).by(1));

        Map<String, Integer> counts = counts(format, "ties", "both");

        assertThat(counts).containsEntry("in", 2).containsEntry("out", rows);
        assertThat(counts).hasSize(leftOut == null ? 2 : 3);
        assertThat(leftOut == null || counts.containsKey(leftOut)).isTrue();
        assertThat(export(format, "ties", "both").statusCode()).isEqualTo(200);
    }

    @Test
    void ratingsHaveBothBadAsWellAndNoOtherFormatHas() {
        judged(Judged.outcome(projectId, task, ANN, Outcome.BOTH_BAD));

        assertThat(counts("ARENA", "ties", "both")).isEqualTo(Map.of("in", 1, "out", 0, "MODEL_NOT_KNOWN", 1));
        assertThat(counts("ARENA")).isEqualTo(Map.of("in", 1, "out", 0, "BOTH_BAD", 1));
        assertThat(counts("HELPSTEER", "ties", "both")).isEqualTo(Map.of("in", 1, "out", 0, "BOTH_BAD", 1));
        assertThat(counts("TRL", "ties", "both")).isEqualTo(Map.of("in", 1, "out", 0, "BOTH_BAD", 1));
    }

    @Test
    void tiesThatWereJudgedBeforeTheirTextsWereKeptAreCountedByThemselves() {
        judged(Judged.tie(projectId, task, ANN));
        owners.publish(peers, Judged.tie(projectId, Ids.next(), ANN).formerAnnotation());
        owners.publish(peers, Judged.outcome(projectId, Ids.next(), ANN, Outcome.BOTH_BAD).formerAnnotation());
        owners.publish(peers, Judged.first(projectId, Ids.next(), ANN).of(List.of("a", "a")).formerAnnotation());

        assertThat(counts("TRL", "ties", "both"))
                .isEqualTo(Map.of("in", 4, "out", 2, "TIE_WITHOUT_TEXTS", 1, "BOTH_BAD", 1, "NOT_TRAINABLE", 1));
        assertThat(counts("ARENA", "ties", "both")).containsEntry("TIE_WITHOUT_TEXTS", 2)
                .containsEntry("NOT_TRAINABLE", 1);
        assertThat(counts("TRL"))
                .isEqualTo(Map.of("in", 4, "out", 0, "TIE_DROPPED", 2, "BOTH_BAD", 1, "NOT_TRAINABLE", 1));
    }

    @Test
    void aTieHasNoStrengthAndIsInTheSplitOfItsPrompt() {
        judged(Judged.tie(projectId, task, ANN).to("Which one?"));
        judged(Judged.first(projectId, Ids.next(), BOB).to("Which one?").by(1));

        assertThat(counts("TRL", "ties", "both", "min_strength", "1"))
                .isEqualTo(Map.of("in", 2, "out", 1, "BELOW_MIN_STRENGTH", 1));
        assertThat(Stream.of("train", "validation", "test")
                .map(split -> file("TRL", "ties", "both", "split", split, "split_shares", "40,30,30").lines().count()))
                .containsExactlyInAnyOrder(3L, 0L, 0L);
        assertThat(counts("TRL", "ties", "both", "annotators", "12"))
                .isEqualTo(Map.of("in", 2, "out", 1, "OTHER_ANNOTATOR", 1));
        assertThat(dryRun("TRL", "ties", "both").getList("warnings")).isEmpty();
    }

    @Test
    void aMajorityOfTiesIsATie() {
        Judged first = judged(Judged.tie(projectId, task, ANN));
        judged(Judged.tie(projectId, task, BOB));
        judged(Judged.first(projectId, task, 13));

        List<Map<String, Object>> rows = objects(file("TRL", "ties", "both", "aggregate", "majority"));

        assertThat(rows).extracting(row -> row.get("record_id"))
                .containsExactly(first.tied(0, 1).recordId(), first.tied(1, 0).recordId());
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("votes", 3)
                .containsEntry("votes_for", 2)
                .containsEntry("outcome", "tie"));
        assertThat(counts("TRL", "ties", "both", "aggregate", "majority"))
                .isEqualTo(Map.of("in", 3, "out", 2, "MERGED", 1, "NOT_THE_MAJORITY", 1));
        assertThat(counts("TRL", "ties", "both", "min_agreement", "0.3")).isEqualTo(Map.of("in", 3, "out", 5));
    }

    @Test
    void tiesGoWithTheJudgementThatTheyComeFrom() {
        Judged tie = judged(Judged.tie(projectId, task, ANN));
        Judged other = judged(Judged.tie(projectId, Ids.next(), ANN));
        assertThat(file("TRL", "ties", "both").lines()).hasSize(4);

        owners.publish(peers,
                List.of(Publication.of(tie.undecided().annotation(), 2), Publication.of(tie.annotation(), 1)));
        assertThat(file("TRL", "ties", "both").lines()).hasSize(2)
                .allMatch(line -> line.contains("\"annotation_id\":%d,".formatted(other.annotationId())));

        owners.publish(peers, List.of(Publication.deletion(Topic.ANNOTATIONS, other.annotationId(), 3)));
        assertThat(file("TRL", "ties", "both")).isEmpty();
    }

    @Test
    void textsOfTiesBecomeMessagesAmongConversations() {
        judged(Judged.tie(projectId, task, ANN));
        judged(Judged.tie(projectId, Ids.next(), ANN).to(List.of(Map.of("role", "user", "content", "Hello"))));

        assertThat(objects(export("TRL", "ties", "both").asString())).hasSize(4)
                .allSatisfy(row -> assertThat(row).containsEntry("shape", "messages").containsEntry("outcome", "tie"));
    }

    @Test
    void aSnapshotKeepsTiesAndEachFormatHasThoseThatItCan() {
        judged(Judged.tie(projectId, task, ANN));
        judged(Judged.first(projectId, Ids.next(), ANN).by(1));
        String live = file("TRL", "ties", "both");
        Response made = exports.request()
                .queryParam("ties", "both")
                .body(Map.of("title", "With ties"))
                .post("/api/projects/" + projectId + "/snapshots");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getLong("rows")).isEqualTo(3);
        assertThat(made.jsonPath().getLong("rows_in")).isEqualTo(2);
        judged(Judged.tie(projectId, Ids.next(), ANN));
        String path = "/api/projects/%d/snapshots/%d/export".formatted(projectId, made.jsonPath().getLong("id"));

        assertThat(exports.get(path, Map.of()).asString()).isEqualTo(live);
        assertThat(exports.get(path, Map.of("exportType", "HELPSTEER")).asString().lines()).hasSize(2);
        assertThat(exports.get(path, Map.of("exportType", "TOGETHER")).asString().lines()).hasSize(1);
    }

    @Test
    void pairsThatNothingCouldBeTrainedOnAreCountedAndListedByTheirReason() {
        Judged same = judged(Judged.first(projectId, task, ANN).of(List.of("same", "same")));
        Judged blank = judged(Judged.second(projectId, Ids.next(), BOB).of(List.of(" ", "b")));
        Judged tie = judged(Judged.tie(projectId, Ids.next(), ANN).of(List.of("same", "same")));

        assertThat(counts("TRL"))
                .isEqualTo(Map.of("in", 3, "out", 0, "IDENTICAL_ANSWERS", 1, "EMPTY_TEXT", 1, "TIE_DROPPED", 1));
        assertThat(counts("TRL", "ties", "both"))
                .isEqualTo(Map.of("in", 3, "out", 0, "IDENTICAL_ANSWERS", 2, "EMPTY_TEXT", 1));
        assertThat(counts("TRL", "annotators", "12"))
                .isEqualTo(Map.of("in", 3, "out", 0, "EMPTY_TEXT", 1, "OTHER_ANNOTATOR", 2));

        List<Map<String, Object>> rejected = objects(export("TOGETHER", "part", "rejected").asString());
        assertThat(rejected).extracting(row -> row.get("record_id"))
                .containsExactly(same.annotationId() + "/comparison/0-1", blank.annotationId() + "/comparison/0-1");
        assertThat(rejected).extracting(row -> row.get("code")).containsExactly("IDENTICAL_ANSWERS", "EMPTY_TEXT");
        assertThat(rejected.get(0).get("row"))
                .isEqualTo(Map.of("project_id", (int) projectId, "task_id", (int) task, "annotation_id",
                        (int) same.annotationId(), "revision", 1, "annotator_id", (int) ANN, "outcome", "preference"));
        assertThat(objects(export("TRL", "part", "rejected", "ties", "both").asString())).hasSize(3)
                .last()
                .satisfies(row -> assertThat(row).containsEntry("record_id", tie.annotationId() + "/comparison/0-1"));
        assertThat(export("TOGETHER", "part", "rejected", "annotators", "12").asString().lines()).hasSize(1);
    }

    private Judged judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private Response export(String format, String... query) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("exportType", format));
        for (int i = 0; i < query.length; i += 2) {
            all.put(query[i], query[i + 1]);
        }
        return exports.get("/api/projects/" + projectId + "/export", all);
    }

    /** {@return the file of the format, after its dry run was seen to say how large it is} */
    private String file(String format, String... query) {
        Response answer = export(format, query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonPath told = dryRun(format, query);
        assertThat(told.getLong("rows_out")).isEqualTo(answer.asString().lines().count());
        assertThat(told.getLong("size.bytes")).isEqualTo(answer.asByteArray().length);
        return answer.asString();
    }

    private JsonPath dryRun(String format, String... query) {
        Response answer = export(format,
                Stream.concat(Stream.of("dry_run", "true"), Stream.of(query)).toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** {@return how much there is to choose from, how many rows are in the file, and how much is left out for which reason} */
    private Map<String, Integer> counts(String format, String... query) {
        JsonPath told = dryRun(format, query);
        Map<String, Integer> counts = new LinkedHashMap<>(
                Map.of("in", told.getInt("rows_in"), "out", told.getInt("rows_out")));
        List<Map<String, Object>> leftOut = told.getList("left_out");
        leftOut.forEach(one -> counts.put((String) one.get("code"), (Integer) one.get("count")));
        return counts;
    }

    private static List<Map<String, Object>> objects(String lines) {
        return lines.lines().map(Json::readObject).collect(Collectors.toList());
    }

    private static String said(PreferenceRecord row, String outcome) {
        return Json.write(row).replaceFirst("}$", ",\"outcome\":\"%s\"}\n".formatted(outcome));
    }
}
