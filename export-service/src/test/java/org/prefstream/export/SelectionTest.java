package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What a file holds of what was judged, and what a dry run says of it. */
@QuarkusTest
class SelectionTest {

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
    void minStrengthLeavesOutWhatIsBetterByLess() {
        Judged slightly = judged(Judged.first(projectId, task, ANN).by(1));
        Judged better = judged(Judged.second(projectId, Ids.next(), ANN).by(2));
        Judged much = judged(Judged.first(projectId, Ids.next(), ANN).by(3));
        Judged notAsked = judged(Judged.first(projectId, Ids.next(), ANN));

        assertThat(file("min_strength", "0")).isEqualTo(lines(slightly, better, much, notAsked));
        assertThat(file("min_strength", "1")).isEqualTo(lines(slightly, better, much));
        assertThat(file("min_strength", "2")).isEqualTo(lines(better, much));
        assertThat(file("min_strength", "3")).isEqualTo(lines(much));
        assertThat(leftOut("min_strength", "3")).isEqualTo(Map.of("BELOW_MIN_STRENGTH", 3));
    }

    @Test
    void annotatorsAreThoseWhoJudged() {
        Judged byAnn = judged(Judged.first(projectId, task, ANN));
        Judged byBob = judged(Judged.second(projectId, task, BOB));
        judged(Judged.first(projectId, task, 13));

        assertThat(file("annotators", "11")).isEqualTo(lines(byAnn));
        assertThat(file("annotators", "11, 12")).isEqualTo(lines(byAnn, byBob));
        assertThat(leftOut("annotators", "11,12")).isEqualTo(Map.of("OTHER_ANNOTATOR", 1));
    }

    @Test
    void datesAreThoseOfTheJudgementFromSinceToBeforeUntil() {
        Judged first = judged(Judged.first(projectId, task, ANN));
        Judged second = judged(Judged.first(projectId, Ids.next(), ANN).at(Records.T0.plus(Duration.ofHours(1))));
        Judged third = judged(Judged.first(projectId, Ids.next(), ANN).at(Records.T0.plus(Duration.ofHours(2))));

        assertThat(file("since", "2026-11-23T03:00:00.000001Z")).isEqualTo(lines(first, second, third));
        assertThat(file("since", "2026-11-23T03:00:00.000002Z")).isEqualTo(lines(second, third));
        assertThat(file("until", "2026-11-23T05:00:00.000001Z")).isEqualTo(lines(first, second));
        assertThat(file("since", "2026-11-23T05:30:00+02:00", "until", "2026-11-23T05:00:00Z"))
                .isEqualTo(lines(second));
        assertThat(leftOut("since", "2026-11-23T03:30:00Z", "until", "2026-11-23T05:00:00Z"))
                .isEqualTo(Map.of("OUTSIDE_DATES", 2));
    }

    @Test
    void groundTruthsCanBeLeftOut() {
        Judged truth = judged(Judged.first(projectId, task, ANN).asGroundTruth());
        Judged judged = judged(Judged.second(projectId, task, BOB));

        assertThat(file("ground_truth", "include")).isEqualTo(lines(truth, judged));
        assertThat(file("ground_truth", "exclude")).isEqualTo(lines(judged));
        assertThat(leftOut("ground_truth", "exclude")).isEqualTo(Map.of("GROUND_TRUTH", 1));
    }

    @Test
    void minAgreementIsTheShareOfPairsOfJudgementsThatSayTheSame() {
        long agreed = Ids.next();
        long disputed = Ids.next();
        Judged once = judged(Judged.first(projectId, task, ANN));
        Judged[] two = {judged(Judged.first(projectId, agreed, ANN)), judged(Judged.first(projectId, agreed, BOB))};
        Judged[] oneInThree = {judged(Judged.first(projectId, disputed, ANN)),
                judged(Judged.first(projectId, disputed, BOB)), judged(Judged.second(projectId, disputed, 13))};

        assertThat(file("min_agreement", "0"))
                .isEqualTo(lines(once, two[0], two[1], oneInThree[0], oneInThree[1], oneInThree[2]));
        assertThat(file("min_agreement", "0.333333"))
                .isEqualTo(lines(two[0], two[1], oneInThree[0], oneInThree[1], oneInThree[2]));
        assertThat(file("min_agreement", "0.34")).isEqualTo(lines(two));
        assertThat(file("min_agreement", "1")).isEqualTo(lines(two));
        assertThat(leftOut("min_agreement", "1")).isEqualTo(Map.of("JUDGED_ONCE", 1, "BELOW_MIN_AGREEMENT", 3));
    }

    @Test
    void aMajorityIsOneRowWithItsVote() {
        long disputed = Ids.next();
        Judged outvoted = judged(Judged.second(projectId, task, ANN));
        Judged first = judged(Judged.first(projectId, task, BOB));
        judged(Judged.first(projectId, task, 13));
        Judged alone = judged(Judged.first(projectId, disputed, ANN));
        judged(Judged.tie(projectId, disputed, BOB));

        assertThat(file("aggregate", "none").lines()).hasSize(4);
        assertThat(file("aggregate", "majority")).isEqualTo(voted(first, 3, 2));
        assertThat(leftOut("aggregate", "majority"))
                .isEqualTo(Map.of("NOT_THE_MAJORITY", 2, "MERGED", 1, "TIE_DROPPED", 1));
        assertThat(file("aggregate", "majority", "annotators", "11,13")).isEqualTo(voted(alone, 1, 1));
        assertThat(file("aggregate", "majority", "annotators", "11", "ids", Long.toString(task)))
                .isEqualTo(voted(outvoted, 1, 1));
    }

    @Test
    void whoJudgesTwiceHasOneVoteAndAgreesWithNobodyByThat() {
        judged(Judged.first(projectId, task, ANN));
        Judged changed = judged(Judged.second(projectId, task, ANN).at(Records.T0.plusSeconds(60)));

        assertThat(leftOut("min_agreement", "0.1")).isEqualTo(Map.of("JUDGED_ONCE", 2));
        assertThat(file("aggregate", "majority")).isEqualTo(voted(changed, 1, 1));
        assertThat(file("aggregate", "majority", "annotators", "11")).isEqualTo(voted(changed, 1, 1));

        Judged same = judged(Judged.second(projectId, task, BOB));
        assertThat(file("min_agreement", "1", "since", "2026-11-23T03:00:30Z")).isEqualTo(lines(changed));
        assertThat(file("aggregate", "majority", "annotators", "11,12")).isEqualTo(voted(changed, 2, 2));
        assertThat(file("aggregate", "majority", "annotators", "12")).isEqualTo(voted(same, 1, 1));
    }

    @Test
    void aMajorityOfRankingsIsARowForEachPair() {
        Judged ann = judged(
                Judged.ranking(projectId, task, ANN, List.of(List.of(0), List.of(1), List.of(2), List.of(3))));
        judged(Judged.ranking(projectId, task, BOB, List.of(List.of(0), List.of(1), List.of(3), List.of(2))));
        judged(Judged.ranking(projectId, task, 13, List.of(List.of(0, 1), List.of(2), List.of(3))));

        List<String> rows = file("aggregate", "majority").lines().toList();

        assertThat(rows).hasSize(6);
        assertThat(rows.get(0)).isEqualTo(voted(ann.rows().get(0), 3, 2).strip());
        assertThat(rows.get(1)).isEqualTo(voted(ann.rows().get(1), 3, 3).strip());
        assertThat(rows.get(5)).isEqualTo(voted(ann.rows().get(5), 3, 2).strip());
    }

    @Test
    void aMajorityAmongMessagesKeepsItsVote() {
        judged(Judged.first(projectId, task, ANN));
        judged(Judged.first(projectId, Ids.next(), ANN).to(List.of(Map.of("role", "user", "content", "Hello"))));

        assertThat(export(Map.of("aggregate", "majority")).asString().lines()).allMatch(
                line -> line.contains("\"shape\":\"messages\"") && line.endsWith("\"votes\":1,\"votes_for\":1}"))
                .hasSize(2);
    }

    @Test
    void splitsHaveEachRowOnceAndEqualPromptsTogether() {
        Map<String, String> splits = new LinkedHashMap<>();
        owners.publish(peers,
                IntStream.range(0, 120)
                        .mapToObj(i -> Judged.first(projectId, Ids.next(), ANN)
                                .to("\"split\":\"train\" " + i / 2)
                                .of(List.of("a" + i, "é")))
                        .flatMap(judged -> judged.published().stream()));
        judged(Judged.second(projectId, Ids.next(), ANN));

        for (String split : List.of("train", "validation", "test")) {
            String file = file("split", split, "split_shares", "50,30,20");
            assertThat(file.lines()).isNotEmpty().allSatisfy(line -> {
                Map<String, Object> row = Json.readObject(line);
                assertThat(row).containsEntry("split", split);
                splits.merge(String.valueOf(row.get("prompt")), split, (one, other) -> {
                    assertThat(one).isEqualTo(other);
                    return one;
                });
            });
        }

        assertThat(splits).hasSize(61);
        assertThat(Stream.of("train", "validation", "test")
                .mapToLong(split -> file("split", split, "split_shares", "50,30,20").lines().count())
                .sum()).isEqualTo(121);
        assertThat(file("split", "test", "split_shares", "100,0,0")).isEmpty();
        assertThat(leftOut("split", "test", "split_shares", "100,0,0")).isEqualTo(Map.of("OTHER_SPLIT", 121));
        assertThat(file("split", "train", "split_shares", "100,0,0").lines()).hasSize(121);
    }

    @Test
    void allChoicesTogetherAreTheRowsThatEachOfThemTakes() {
        Judged wanted = judged(Judged.first(projectId, task, ANN).by(3));
        judged(Judged.first(projectId, task, BOB).by(1));
        judged(Judged.first(projectId, Ids.next(), ANN).by(3));

        assertThat(file("min_strength", "2", "min_agreement", "0.5", "aggregate", "majority", "annotators", "11,12",
                "since", "2026-11-23T00:00:00Z", "until", "2026-11-24T00:00:00Z", "ground_truth", "exclude", "split",
                "train", "split_shares", "100,0,0", "ties", "drop")).isEqualTo(voted(wanted, 2, 2));
    }

    @Test
    void aDryRunSaysWhyWhatWasJudgedIsNotInTheFile() {
        Judged ranking = judged(Judged.ranking(projectId, task, ANN, List.of(List.of(2), List.of(0, 3), List.of(1))));
        judged(Judged.tie(projectId, Ids.next(), ANN));
        judged(Judged.outcome(projectId, Ids.next(), ANN, Outcome.BOTH_BAD));
        judged(Judged.outcome(projectId, Ids.next(), ANN, Outcome.CANNOT_JUDGE));
        judged(Judged.first(projectId, Ids.next(), ANN).of(List.of("same", "same")));
        owners.publish(peers, Records.skip(projectId, Ids.next(), Ids.next()));

        JsonPath told = dryRun();

        assertThat(file()).isEqualTo(lines(ranking));
        assertThat(told.getString("format")).isEqualTo("TRL");
        assertThat(told.getString("rows")).isEqualTo("preference");
        assertThat(told.getLong("rows_in")).isEqualTo(10);
        assertThat(told.getLong("rows_out")).isEqualTo(5);
        assertThat(told.getList("left_out.code")).containsExactly("TIE_DROPPED", "BOTH_BAD", "CANNOT_JUDGE",
                "IDENTICAL_ANSWERS");
        assertThat(told.getList("left_out.count")).containsExactly(2, 1, 1, 1);
        assertThat(told.getList("left_out.detail", String.class)).allMatch(detail -> detail.endsWith("."));
        assertThat(told.getBoolean("size.exact")).isTrue();
        assertThat(told.getLong("size.bytes")).isEqualTo(export(Map.of()).asByteArray().length);
        assertThat(told.getList("warnings")).isEmpty();
    }

    @Test
    void aDryRunWarnsOfAFileThatLoadersFailOn() {
        judged(Judged.tie(projectId, task, ANN));

        assertThat(dryRun().getList("warnings.code")).containsExactly("BELOW_MIN_ROWS");
        assertThat(dryRun().getLong("rows_out")).isZero();
    }

    @Test
    void anEmptyFileSaysWhetherTheSelectionMadeItSo() {
        assertThat(export(Map.of()).header("Prefstream-Empty")).startsWith("There are no preferences");
        judged(Judged.first(projectId, task, ANN).by(1));

        assertThat(export(Map.of("min_strength", "2")).header("Prefstream-Empty"))
                .isEqualTo("Nothing that was judged has all that was asked for.");
        assertThat(export(Map.of("min_strength", "1")).header("Prefstream-Empty")).isNull();
    }

    @Test
    void aDryRunWarnsOfRowsThatContradictEachOther() {
        judged(Judged.first(projectId, task, ANN));
        judged(Judged.second(projectId, task, BOB));
        judged(Judged.first(projectId, Ids.next(), ANN).to("Twice").of(List.of("x", "y")));
        judged(Judged.first(projectId, Ids.next(), ANN).to("Twice").of(List.of("y", "x")));
        judged(Judged.second(projectId, Ids.next(), ANN).to("Once").of(List.of("y", "x")));

        JsonPath told = dryRun();
        assertThat(told.getList("warnings.code")).containsExactly("CONFLICTING_DUPLICATE");
        assertThat(told.getList("warnings.count")).containsExactly(2);
        assertThat(dryRun("annotators", "12").getList("warnings")).isEmpty();
    }

    @Test
    void mixedShapesHaveASizeThatIsOnlyEstimated() {
        judged(Judged.first(projectId, task, ANN));
        judged(Judged.first(projectId, Ids.next(), ANN).to(List.of(Map.of("role", "user", "content", "Hello"))));

        assertThat(dryRun().getBoolean("size.exact")).isFalse();
        assertThat(dryRun().getLong("rows_out")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"JSON,task", "CSV,annotation", "JSON_MIN,annotation"})
    void annotationsOfOtherFormatsAreSelectedToo(String format, String rows) {
        long other = Ids.next();
        owners.publish(peers, Stream.of(Records.task(projectId, task), Records.task(projectId, other),
                Records.task(projectId, Ids.next()), Records.skip(projectId, other, Ids.next())));
        Judged byAnn = judged(Judged.first(projectId, task, ANN));
        Judged byBob = judged(Judged.second(projectId, other, BOB));

        String file = export(Map.of("exportType", format, "annotators", "11")).asString();

        assertThat(file).contains(Long.toString(byAnn.annotationId()))
                .doesNotContain(Long.toString(byBob.annotationId()));
        JsonPath told = dryRun("exportType", format, "annotators", "11");
        assertThat(told.getString("rows")).isEqualTo(rows);
        assertThat(told.getLong("rows_out")).isEqualTo(1);
        assertThat(told.getLong("rows_in")).isEqualTo(3);
        assertThat(told.getBoolean("size.exact")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ties|'keep'|drop or both", "ties|'DROP'|drop or both",
            "min_strength|'4'|0 to 3", "min_strength|'-1'|0 to 3", "min_strength|'1.5'|0 to 3",
            "min_strength|'1 or 1=1'|0 to 3", "annotators|'ann'|id of a person", "annotators|'1,,2'|id of a person",
            "annotators|'1);drop table preference_copy'|id of a person",
            "annotators|'99999999999999999999'|id of a person", "since|'yesterday'|2026-11-23T00:00:00Z",
            "since|'2026-11-23'|2026-11-23T00:00:00Z", "until|'2026-02-30T00:00:00Z'|2026-11-23T00:00:00Z",
            "until|'+999999999-12-31T00:00:00Z'|years 1 to 9999", "ground_truth|'yes'|include or exclude",
            "aggregate|'mean'|none or majority", "min_agreement|'1.1'|0 to 1", "min_agreement|'NaN'|0 to 1",
            "min_agreement|'75%'|0 to 1", "split|'dev'|train or validation or test",
            "split_shares|'90,5,5'|only for a split", "dry_run|'maybe'|true or false"})
    void refusesWhatAParameterCannotBeAndSaysWhatItCan(String parameter, String value, String right) {
        Response answer = export(Map.of(parameter, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains('"' + parameter + '"').contains(right);
    }

    @Test
    void refusesDatesInTheWrongOrder() {
        Response answer = export(Map.of("since", "2026-11-24T00:00:00Z", "until", "2026-11-23T00:00:00Z"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("must be later than since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"90,5", "90,5,6", "-1,50,51", "90,5,5,0", "a,b,c", "1e2,0,0", "33.3,33.3,33.3"})
    void refusesSharesThatAreNotAHundredPercent(String shares) {
        Response answer = export(Map.of("split", "train", "split_shares", shares));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("\"split_shares\"").contains("together 100");
    }

    @ParameterizedTest
    @CsvSource({"ties,drop", "min_strength,2", "min_agreement,0.5", "aggregate,majority", "split,train",
            "split_shares,1"})
    void saysWhichFormatsCan(String parameter, String value) {
        Response answer = export(Map.of("exportType", "CSV", parameter, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("is only for the formats TRL").contains(", not for CSV");
    }

    private Judged judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private Response export(Map<String, String> query) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("exportType", "TRL"));
        all.putAll(query);
        return exports.get("/api/projects/" + projectId + "/export", all);
    }

    private static Map<String, String> query(String... namesAndValues) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }

    /** {@return the file, after its dry run was seen to say the same} */
    private String file(String... query) {
        Response answer = export(query(query));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonPath told = dryRun(query);
        assertThat(told.getLong("rows_out")).isEqualTo(answer.asString().lines().count());
        assertThat(told.getLong("size.bytes")).isEqualTo(answer.asByteArray().length);
        return answer.asString();
    }

    private JsonPath dryRun(String... query) {
        Map<String, String> asked = query(query);
        asked.put("dry_run", "true");
        Response answer = export(asked);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        return answer.jsonPath();
    }

    private Map<String, Integer> leftOut(String... query) {
        List<Map<String, Object>> found = dryRun(query).getList("left_out");
        return found.stream()
                .collect(Collectors.toMap(one -> (String) one.get("code"), one -> (Integer) one.get("count")));
    }

    private static String voted(Judged judged, int votes, int agreeing) {
        return voted(judged.row(), votes, agreeing);
    }

    private static String voted(PreferenceRecord row, int votes, int agreeing) {
        return Json.write(row).replaceFirst("}$", ",\"votes\":%d,\"votes_for\":%d}\n".formatted(votes, agreeing));
    }

    private static String lines(Judged... judged) {
        return Stream.of(judged)
                .flatMap(one -> one.rows().stream())
                .map(record -> Json.write(record) + "\n")
                .collect(Collectors.joining());
    }
}
