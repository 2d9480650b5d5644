package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What filters and orderings select of four tasks, which are told by their inner ids. */
@QuarkusTest
class TaskFilterTest {

    private static final String TASKS = """
            [{"data":{"prompt":"Apple pie","answer1":"a","answer2":"b","n":2},
              "predictions":[{"model_version":"m1","score":0.25,"result":[]},{"model_version":"m2","score":0.75,"result":[]}]},
             {"data":{"prompt":"apple_tart 100%","answer1":"a","answer2":"b","n":10.5},
              "predictions":[{"model_version":"m2","score":0.9,"result":[]}]},
             {"data":{"prompt":"Zürich's \\"pear\\"","answer1":"a","answer2":"b","n":"-3"}},
             {"data":{"prompt":"","answer1":"a","answer2":"b","n":"none"}}]""";

    /** Column, type, operator, value and the inner ids that it selects. */
    private static final List<String> TABLE = List.of("data.prompt|String|equal|\"Apple pie\"|1",
            "data.prompt|String|not_equal|\"Apple pie\"|2,3,4", "data.prompt|String|contains|\"APPLE\"|1,2",
            "data.prompt|String|not_contains|\"apple\"|3,4", "data.prompt|String|contains|\"%\"|2",
            "data.prompt|String|contains|\"_\"|2", "data.prompt|String|contains|\"'s \\\"\"|3",
            "data.prompt|String|contains|\"zü\"|3", "data.prompt|String|regex|\"^[Aa]pple\"|1,2",
            "data.prompt|String|not_regex|\"^[Aa]pple\"|3,4", "data.prompt|String|starts_with|\"apple\"|2",
            "data.prompt|String|ends_with|\"pie\"|1", "data.prompt|String|empty|true|4",
            "data.prompt|String|empty|false|1,2,3", "data.prompt|String|in_list|[\"Apple pie\",\"\"]|1,4",
            "data.prompt|String|not_in_list|[\"Apple pie\",\"\"]|2,3", "data.prompt|String|greater|\"Z\"|2,3",
            "data.prompt|String|less_or_equal|\"Apple pie\"|1,4",
            "data.prompt|String|in|{\"min\":\"A\",\"max\":\"Z\"}|1", "data.absent|String|empty|true|1,2,3,4",
            "data.absent|String|equal|\"x\"|", "data.absent|String|not_equal|\"x\"|1,2,3,4",
            "data.n|String|equal|\"10.5\"|2", "data.n|Number|equal|2.0|1", "data.n|Number|not_equal|2|2,3,4",
            "data.n|Number|greater|2|2", "data.n|Number|greater_or_equal|2|1,2", "data.n|Number|less|0|3",
            "data.n|Number|less_or_equal|2|1,3", "data.n|Number|in|{\"min\":-3,\"max\":2}|1,3",
            "data.n|Number|not_in|{\"min\":-3,\"max\":2}|2,4", "data.n|Number|in_list|[2,\"10.50\"]|1,2",
            "data.n|Number|not_in_list|[2]|2,3,4", "data.prompt|String|equal|\"Zürich's \\\"pear\\\"\"|3",
            "data.prompt|String|starts_with|\"Zürich's \\\"\"|3", "data.prompt|String|ends_with|\"\\\"\"|3",
            "outcome|String|empty|true|1,2,3,4", "chosen|Number|empty|true|1,2,3,4", "strength|Number|greater|1|",
            "agreement|Number|less_or_equal|1|", "data.n|Number|empty|true|4", "data.n|Number|less|1e2|1,2,3",
            "inner_id|Number|equal|3|3", "inner_id|Number|not_equal|3|1,2,4", "inner_id|Number|greater|2|3,4",
            "inner_id|Number|greater_or_equal|2|2,3,4", "inner_id|Number|less|2|1",
            "inner_id|Number|less_or_equal|2|1,2", "inner_id|Number|in|{\"min\":2,\"max\":3}|2,3",
            "inner_id|Number|not_in|{\"min\":2,\"max\":3}|1,4", "inner_id|Number|in_list|[1,4]|1,4",
            "inner_id|Number|not_in_list|[1,4]|2,3", "inner_id|Number|empty|false|1,2,3,4",
            "total_predictions|Number|greater|0|1,2", "total_annotations|Number|equal|0|1,2,3,4",
            "cancelled_annotations|Number|less|0|", "total_predictions|Number|empty|true|3,4",
            "total_annotations|Number|empty|false|", "overlap|Number|equal|1|1,2,3,4",
            "predictions_score|Number|greater|0.5|2", "predictions_score|Number|equal|0.5|1",
            "predictions_score|Number|empty|true|3,4", "predictions_model_versions|String|equal|\"m1,m2\"|1",
            "predictions_model_versions|String|contains|\"m2\"|1,2", "predictions_results|String|empty|true|3,4",
            "annotations_results|String|contains|\"x\"|", "avg_lead_time|Number|empty|true|1,2,3,4",
            "annotators|List|contains|1|", "annotators|List|not_contains|1|1,2,3,4",
            "annotators|List|empty|true|1,2,3,4", "is_labeled|Boolean|equal|false|1,2,3,4",
            "is_labeled|Boolean|not_equal|false|", "ground_truth|Boolean|equal|\"True\"|",
            "completed_at|Datetime|empty|true|1,2,3,4", "completed_at|Datetime|greater|\"2020-01-01\"|",
            "created_at|Datetime|greater|\"2020-01-01T00:00:00Z\"|1,2,3,4",
            "created_at|Datetime|less|\"2020-01-01T00:00:00.5+02:00\"|", "updated_at|Datetime|empty|true|",
            "updated_at|Datetime|in|{\"min\":\"2020-01-01\",\"max\":\"9000-01-01\"}|1,2,3,4",
            "updated_at|Datetime|not_in|{\"min\":\"2020-01-01\",\"max\":\"9000-01-01\"}|");

    /** Values that are no fair value of most columns; they are JSON, so that they can be anything. */
    private static final List<String> HOSTILE = List.of("null", "\"\"", "\"'; drop table task; --\"", "\"\\\\\"",
            "\"?1\"", "\":name {alias}\"", "\"$1\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"%_\"",
            "\"(\"", "\"[\"", "\"*\"", "\"a{99999}\"", "\"(?<x\"", "\"\\\\1\"", "\"(a+)+$\"",
            "\"" + "(".repeat(900) + "\"", "\"" + "x".repeat(3_000) + "\"", "NaN", "\"NaN\"", "\"Infinity\"", "1e400",
            "-1e-400", "1e99", "9".repeat(90), "9".repeat(300), "99999999999999999999", "-0", "0.1", "true", "[]",
            "[[]]", "{}", "[null]", "{\"min\":null,\"max\":null}", "{\"min\":{},\"max\":[]}", "{\"min\":5,\"max\":1}",
            "[".repeat(500) + "]".repeat(500), "\"9999-99-99\"", "\"+999999999-12-31T23:59:59Z\"",
            "\"2026-02-30T00:00:00Z\"", "\"-infinity\"", "\"T\"");

    private final Api owner = Api.owner();

    @Test
    void everyOperatorSelectsWhatItSaysForEveryKindOfColumn() {
        int project = fruit();
        for (String row : TABLE) {
            String[] parts = row.split("\\|", -1);
            List<Integer> expected = Arrays.stream(parts[4].split(","))
                    .filter(id -> !id.isEmpty())
                    .map(Integer::valueOf)
                    .toList();

            List<Integer> selected = query(project, filter(parts[0], parts[1], parts[2], parts[3]), "").statusCode(200)
                    .extract()
                    .path("tasks.inner_id");

            assertThat(selected).as(row).isEqualTo(expected);
        }
    }

    @Test
    void aValueThatNobodyWouldSendIsRefusedOrComparedAndNeverAFailure() {
        int project = fruit();
        for (String column : List.of("id", "data.prompt", "data.n", "created_at", "annotators", "data.'?1 {x} :y")) {
            for (String operator : List.of("equal", "contains", "regex", "in", "in_list", "empty")) {
                for (String value : HOSTILE) {
                    String type = column.equals("data.n") ? "Number" : "String";
                    int status = query(project, filter(column, type, operator, value), "").extract().statusCode();
                    assertThat(status).as("%s %s %s", column, operator, value).isIn(200, 400);
                }
            }
        }
        for (String value : HOSTILE) {
            int status = query(project, "\"search\":" + value, "").extract().statusCode();
            assertThat(status).as("search %s", value).isIn(200, 400);
        }
        query(project, "", "").body("tasks", hasSize(4));
    }

    @Test
    void aRefusalOfAValueIsNeverToldAsOneOfAPlace() {
        int project = fruit();
        for (String value : HOSTILE) {
            String message = query(project, filter("data.prompt", "String", "equal", value), "").extract().asString();
            assertThat(message).as(value).doesNotContain("\"after\"");
        }
        int status = query(project, filter("data.\0", "String", "equal", "1"), "").extract().statusCode();
        assertThat(status).isEqualTo(400);
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatWouldBeRight() {
        int project = fruit();

        refused(project, filter("reviewers", "String", "equal", "1"), "predictions_score");
        refused(project, filter("id", "Number", "resembles", "1"), "greater_or_equal");
        refused(project, filter("created_at", "Datetime", "contains", "\"2\""), "contains");
        refused(project, filter("data.prompt", "String", "regex", "\"(\""), "regular expression");
        refused(project,
                "\"filters\":{\"items\":[{\"filter\":\"filter:tasks:id\",\"operator\":\"equal\",\"value\":1,\"child_filter\":{}}]}",
                "filters within a filter");
        refused(project, "\"ordering\":[\"id\"]", "tasks:id");
        refused(project, "\"filters\":{\"conjunction\":\"xor\",\"items\":[]}", "conjunction");
    }

    @Test
    void tasksAreOrderedByAnyColumnAndPagesDoNotOverlap() {
        int project = fruit();

        query(project, "\"ordering\":[\"-tasks:predictions_score\"]", "").body("tasks.inner_id", contains(2, 1, 3, 4));
        query(project, "\"ordering\":[\"tasks:total_predictions\",\"-tasks:id\"]", "").body("tasks.inner_id",
                contains(4, 3, 2, 1));
        query(project, "\"ordering\":[\"tasks:data.answer1\"]", "&page_size=3&page=2").body("tasks.inner_id",
                contains(4));
        query(project, filter("data.prompt", "String", "contains", "\"apple\"") + ",\"ordering\":[\"-tasks:data.n\"]",
                "").body("tasks.inner_id", contains(1, 2));
    }

    @Test
    void aListIsReadInPiecesThatFollowEachOtherInEveryOrder() {
        int project = fruit();
        for (String query : List.of("", "\"ordering\":[\"-tasks:id\"]", "\"ordering\":[\"tasks:predictions_score\"]",
                "\"ordering\":[\"-tasks:predictions_score\",\"-tasks:id\"]",
                "\"ordering\":[\"tasks:is_labeled\",\"-tasks:created_at\",\"tasks:data.prompt\"]",
                "\"ordering\":[\"-tasks:data.n\",\"tasks:annotators\"]",
                filter("data.prompt", "String", "contains", "\"p\""),
                filter("total_predictions", "Number", "less", "2") + ",\"ordering\":[\"-tasks:total_predictions\"]")) {
            List<Integer> whole = query(project, query, "").extract().path("tasks.inner_id");

            assertThat(pieces(project, query)).as(query).isEqualTo(whole);
        }
    }

    @Test
    void aPlaceThatTheQueryDoesNotHaveIsRefused() {
        int project = fruit();
        String ordered = "\"ordering\":[\"tasks:created_at\"]";
        String place = query(project, "", "&page_size=1&after=start").extract().path("next");

        for (String after : List.of(place, "x", "W10", "WyJhIiwiYiJd", "WyJcdTAwMDAiLCIxIl0", "bnVsbA")) {
            query(project, ordered, "&after=" + after).statusCode(400)
                    .body("validation_errors.after[0]", containsString("next"));
        }
    }

    @Test
    void aSearchFindsATextInAnyValueOfTheDataAndNotInItsKeys() {
        int project = fruit();

        query(project, "\"search\":\"APPLE\"", "").body("tasks.inner_id", contains(1, 2));
        query(project, "\"search\":\"s \\\"pear\\\"\"", "").body("tasks.inner_id", contains(3));
        query(project, "\"search\":\"10.5\"", "").body("tasks.inner_id", contains(2));
        query(project, "\"search\":\"prompt\"", "&after=start").body("tasks", hasSize(0));
        owner.request()
                .queryParam("query", "{\"search\":\"apple\"}")
                .get("/api/tasks/totals?project=" + project)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("total_predictions", equalTo(3));
    }

    private List<Integer> pieces(int project, String query) {
        List<Integer> found = new ArrayList<>();
        for (String after = "start"; after != null;) {
            ValidatableResponse piece = query(project, query, "&page_size=1&after=" + after).statusCode(200);
            found.addAll(piece.extract().<List<Integer>>path("tasks.inner_id"));
            after = piece.extract().path("next");
        }
        return found;
    }

    @Test
    void annotatorsFindNothingOutByFiltersThatTheyMayNotSee() {
        int project = fruit();
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);

        for (String column : List.of("data.n", "predictions_score", "annotators", "annotations_results")) {
            for (String query : List.of(filter(column, "String", "empty", "true"),
                    "\"ordering\":[\"tasks:" + column + "\"]")) {
                annotator.api()
                        .request()
                        .queryParam("query", "{" + query + "}")
                        .get("/api/tasks?project=" + project)
                        .then()
                        .statusCode(400)
                        .body("validation_errors.query[0]", containsString(column));
            }
        }
    }

    private int fruit() {
        int project = owner.project();
        owner.importJson(project, TASKS);
        return project;
    }

    private static String filter(String column, String type, String operator, String value) {
        return "\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":%s,\"operator\":\"%s\",\"type\":\"%s\",\"value\":%s}]}"
                .formatted(Json.write("filter:tasks:" + column), operator, type, value);
    }

    private void refused(int project, String query, String reason) {
        query(project, query, "").statusCode(400).body("validation_errors.query[0]", containsString(reason));
    }

    private ValidatableResponse query(int project, String query, String more) {
        return owner.request()
                .queryParam("query", "{" + query + "}")
                .get("/api/tasks?project=" + project + more)
                .then();
    }
}
