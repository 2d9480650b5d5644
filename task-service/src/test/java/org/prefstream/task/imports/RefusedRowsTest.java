package org.prefstream.task.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Imports that leave out what cannot be imported, and give it back as a file. */
@QuarkusTest
@Timeout(120)
class RefusedRowsTest {

    private static final String GOOD = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}";

    private final Api owner = Api.owner();

    @Test
    void aRowThatIsWrongRefusesTheImportWhereNobodySaysOtherwise() {
        int project = owner.project();
        file(project, "", "rows.jsonl", GOOD + "\n{\"prompt\":\"only\"}\n").statusCode(400);
        file(project, "on_error=refuse", "rows.jsonl", GOOD + "\n{\"prompt\":\"only\"}\n").statusCode(400);
        file(project, "on_error=ignore", "rows.jsonl", GOOD).statusCode(400)
                .body("validation_errors.on_error[0]", containsString("refuse or leave_out"));
        assertThat(tasks(project)).isZero();
        file(project, "", "rows.jsonl", GOOD).statusCode(201).body("refused", nullValue());
    }

    @Test
    void linesOfJsonThatAreWrongComeBackAsTheyWereAndCanBeMended() {
        int project = owner.project();
        String rows = GOOD + "\n{\"prompt\":\"only\",\"n\":1.50}\n\n{\"prompt\":\"p\",\n[1]\n{\"data\":" + GOOD
                + ",\"meta\":7}\n" + GOOD.replace("\"p\"", "\"last\"") + "\n{\"prompt\":\"\\ud800\"}\n";

        ValidatableResponse answer = file(project, "on_error=leave_out", "rows.jsonl", rows).statusCode(201)
                .body("task_count", equalTo(2))
                .body("refused.count", equalTo(5))
                .body("refused.rows.line", contains(2, 4, 5, 6, 8))
                .body("refused.rows[0].item", equalTo(1))
                .body("refused.rows[0].file", equalTo("rows.jsonl"))
                .body("refused.rows[0].error", equalTo("\"answer1\" key is expected in task data"))
                .body("refused.rows[1].error", containsString("the text ends too early"))
                .body("refused.rows[2].error", equalTo("a task must be a JSON object"))
                .body("refused.rows[3].error", equalTo("\"meta\" must be an object"))
                .body("refused.rows[4].error", containsString("prompt"))
                .body("refused.files", hasSize(1))
                .body("refused.files[0].name", equalTo("rows.refused.jsonl"))
                .body("refused.files[0].count", equalTo(5));
        String refused = refused(answer, 0);

        assertThat(refused.lines()).hasSize(8)
                .element(0)
                .isEqualTo(
                        "{\"import_error\":\"\\\"answer1\\\" key is expected in task data\",\"prompt\":\"only\",\"n\":1.50}");
        assertThat(refused.lines()).contains("{\"prompt\":\"p\",", "[1]", "{\"prompt\":\"\\ud800\"}");

        String mended = refused
                .replace("\"prompt\":\"only\"", "\"prompt\":\"only\",\"answer1\":\"a\",\"answer2\":\"b\"")
                .replace("\n{\"prompt\":\"p\",\n", "\n" + GOOD + "\n")
                .replace("\n[1]\n", "\n" + GOOD + "\n")
                .replace("\"meta\":7", "\"meta\":{}")
                .replace("{\"prompt\":\"\\ud800\"}", GOOD);
        file(project, "", "rows.refused.jsonl", mended).statusCode(201).body("task_count", equalTo(5));
        owner.get("/api/tasks?page_size=-1&project=" + project)
                .body("tasks.findAll { it.data.containsKey('import_error') }", hasSize(0))
                .body("tasks[2].data.n", equalTo(1.5f));
    }

    @Test
    void rowsOfTablesComeBackWithTheirHeaderAndTheReasonInFront() {
        int project = owner.project();
        String table = "prompt,answer1,answer2\np,a,b\n\"two\nlines\",a,b,\"too, \"\"many\"\"\"\nq,a,b\nr,a,b,c,d\n";

        String refused = refused(
                file(project, "on_error=leave_out", "t.csv", table).statusCode(201)
                        .body("task_count", equalTo(2))
                        .body("refused.rows.line", contains(3, 6))
                        .body("refused.rows[0].error", equalTo("the row has 4 values, but the header names 3 columns")),
                0);

        String why = "\"the row has 4 values, but the header names 3 columns\"";
        assertThat(refused).isEqualTo("import_error,prompt,answer1,answer2\n" + why
                + ",\"two\nlines\",a,b,\"too, \"\"many\"\"\"\n" + why.replace('4', '5') + ",r,a,b,c,d\n");
        String again = refused(
                file(project, "on_error=leave_out", "t.refused.csv", refused.replace(",\"too, \"\"many\"\"\"", ""))
                        .statusCode(201)
                        .body("task_count", equalTo(1)),
                0);
        assertThat(again).contains("import_error,prompt,answer1,answer2\n").contains("columns\",r,a,b,c,d\n");
        owner.get("/api/tasks?project=" + project)
                .body("tasks[2].data.keySet()", contains("prompt", "answer1", "answer2"))
                .body("tasks[2].data.prompt", equalTo("two\nlines"));
    }

    @Test
    void eachFileHasItsOwnRefusedRows() {
        int project = owner.project();

        ValidatableResponse answer = owner.request()
                .multiPart("one", "a/b;x.tsv", "prompt\tanswer1\tanswer2\np\ta\tb\tc\tx\ty\n".getBytes(UTF_8))
                .multiPart("two", "good.json", ("[" + GOOD + "]").getBytes(UTF_8))
                .multiPart("three", "array.json", ("[" + GOOD + ",\n{\"prompt\":\"only\"}]").getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?on_error=leave_out&on_duplicate=skip")
                .then()
                .statusCode(201)
                .body("task_count", equalTo(1))
                .body("duplicates_skipped", equalTo(1))
                .body("refused.rows.part", contains(0, 2))
                .body("refused.rows.item", contains(0, 3))
                .body("refused.files.name", contains("a/b;x.refused.tsv", "array.refused.jsonl"));

        assertThat(refused(answer, 0)).startsWith("import_error\tprompt\tanswer1\tanswer2\n")
                .contains("\tp\ta\tb\tc\t");
        assertThat(refused(answer, 1)).endsWith(",\"prompt\":\"only\"}\n");
        owner.get(answer.extract().path("refused.files[0].url"))
                .header("Content-Disposition",
                        equalTo("attachment; filename=\"a_b_x.refused.tsv\"; filename*=UTF-8''a%2Fb%3Bx.refused.tsv"))
                .header("Content-Type", containsString("text/tab-separated-values"));
    }

    @Test
    void annotationsThatCannotBeTakenAreReasonsToo() {
        int project = owner.project();
        String contradicting = "{\"data\":" + GOOD + ",\"annotations\":[{\"result\":[{\"from_name\":\"nobody\","
                + "\"to_name\":\"x\",\"type\":\"pairwise\",\"value\":{\"selected\":\"left\"}}]}]}";
        String stranger = "{\"data\":" + GOOD
                + ",\"annotations\":[{\"completed_by\":{\"email\":\"nobody@prefstream.test\"},\"result\":[{\"from_name\":\"comparison\","
                + "\"to_name\":\"comparison\",\"type\":\"pairwise\",\"value\":{\"selected\":\"left\"}}]}]}";

        file(project, "on_error=leave_out", "a.jsonl", stranger + "\n" + contradicting + "\n" + GOOD).statusCode(201)
                .body("task_count", equalTo(1))
                .body("annotation_count", equalTo(0))
                .body("refused.rows.line", contains(1, 2))
                .body("refused.rows[0].error", containsString("annotations[0].completed_by names nobody"))
                .body("refused.rows[1].error", containsString("annotations[0]"));
    }

    @Test
    void whatCannotBeToldApartAndWhatHasNothingElseIsRefusedAsAWhole() {
        int project = owner.project();
        file(project, "on_error=leave_out", "a.json", "[" + GOOD + ",{\"prompt\":]").statusCode(400);
        file(project, "on_error=leave_out", "a.csv", "prompt,answer1,answer2\np,a,b\n\"never ends").statusCode(400);
        file(project, "on_error=leave_out", "a.jsonl", "{\"prompt\":\"1\"}\n{\"prompt\":\"2\"}").statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("No row can be imported"))
                .body("validation_errors.non_field_errors[0]",
                        containsString("line 2 of a.jsonl: \"answer1\" key is expected in task data"));
        assertThat(tasks(project)).isZero();
    }

    @Test
    void manyRefusedRowsComeBackInOrder() {
        int project = owner.project();
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 2 == 0 ? GOOD : "{\"prompt\":\"only " + i + "\"}")
                .collect(Collectors.joining("\n"));

        ValidatableResponse answer = file(project, "on_error=leave_out", "many.jsonl", rows).statusCode(201)
                .body("task_count", equalTo(2_500))
                .body("refused.count", equalTo(2_500))
                .body("refused.rows", hasSize(100));

        assertThat(refused(answer, 0).lines()).hasSize(2_500)
                .element(2_000)
                .isEqualTo(
                        "{\"import_error\":\"\\\"answer1\\\" key is expected in task data\",\"prompt\":\"only 4001\"}");
    }

    @Test
    void refusedRowsAreForOwnersAndManagers() {
        int project = owner.project();
        String url = file(project, "on_error=leave_out", "a.jsonl", GOOD + "\n{}").statusCode(201)
                .extract()
                .path("refused.files[0].url");

        owner.someone("manager").api().get(url).statusCode(200);
        owner.someone("annotator").api().get(url).statusCode(403);
        owner.get(url + "7").statusCode(404);
        owner.get(url.replace("projects/" + project, "projects/" + owner.project())).statusCode(404);
    }

    private ValidatableResponse file(int project, String query, String name, String content) {
        return owner.request()
                .multiPart("file", name, content.getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?return_task_ids=0&" + query)
                .then();
    }

    private String refused(ValidatableResponse answer, int file) {
        String url = answer.extract().path("refused.files[" + file + "].url");
        return owner.get(url).statusCode(200).extract().asString();
    }

    private int tasks(int project) {
        return owner.get("/api/projects/" + project).extract().path("task_number");
    }
}
