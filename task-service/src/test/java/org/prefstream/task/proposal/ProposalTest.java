package org.prefstream.task.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ProposalTest {

    private static final String TABLE = "id,prompt,answer1,answer2\n1,Why?,Because.,\"No, why?\"\n2,How?,So.,Thus.\n";

    private final Api owner = Api.owner();

    @Test
    void proposesAConfigurationForATable() {
        propose(TABLE, Map.of("file_name", "answers.csv")).statusCode(200)
                .body("found_format", equalTo(".csv"))
                .body("tasks_read", equalTo(2))
                .body("are_all", equalTo(true))
                .body("annotated", equalTo(0))
                .body("columns.name", contains("id", "prompt", "answer1", "answer2"))
                .body("columns.role", contains(null, "prompt", "answer", "answer"))
                .body("columns.kind", contains("numeric", "text", "text", "text"))
                .body("label_config", containsString("toName=\"answer1,answer2\""))
                .body("tasks.answer2", contains("No, why?", "Thus."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"a.json|[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}]|.json",
            "a.jsonl|{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}|.jsonl",
            "a.json|{\"data\":{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"},\"annotations\":[]}|.json"})
    void readsWhatAnImportReads(String name, String content, String format) {
        propose(content, Map.of("file_name", name)).statusCode(200)
                .body("found_format", equalTo(format))
                .body("columns.role", contains("prompt", "answer", "answer"));
    }

    @Test
    void readsTheBeginningOfALongFile() {
        String lines = IntStream.range(0, 40)
                .mapToObj(i -> "{\"prompt\":\"p%d\",\"answer1\":\"a\",\"answer2\":\"b\"}".formatted(i))
                .collect(Collectors.joining("\n"));

        propose(lines.substring(0, lines.length() - 10), Map.of("file_name", "long.jsonl", "cut", "true"))
                .statusCode(200)
                .body("tasks_read", equalTo(39))
                .body("are_all", equalTo(false))
                .body("tasks", hasSize(3));
    }

    @Test
    void leavesOutTheLastRowOfATableThatWasCut() {
        propose(TABLE.substring(0, TABLE.length() - 8), Map.of("file_name", "long.csv", "cut", "true")).statusCode(200)
                .body("tasks_read", equalTo(1))
                .body("tasks.prompt", contains("Why?"));
    }

    @Test
    void refusesAFlawBeforeTheEndOfWhatWasSent() {
        String rows = "Why?,Because.,No.\n".repeat(5_000);

        propose("prompt,answer1,answer2\nWhy?,a,b\nWhy?,a,b,c\n" + rows, Map.of("file_name", "long.csv", "cut", "true"))
                .statusCode(400)
                .body(containsString("line 3: the row has 4 values"));
    }

    @Test
    void knowsThatAHundredTasksAreAll() {
        propose("prompt,answer1,answer2\n" + "Why?,a,b\n".repeat(100), Map.of("file_name", "hundred.csv"))
                .statusCode(200)
                .body("tasks_read", equalTo(100))
                .body("are_all", equalTo(true));
        propose("prompt,answer1,answer2\n" + "Why?,a,b\n".repeat(101), Map.of("file_name", "more.csv")).statusCode(200)
                .body("tasks_read", equalTo(100))
                .body("are_all", equalTo(false));
    }

    @Test
    void saysWhyAColumnCannotBeShown() {
        propose("[{\"prompt\":\"p\",\"1 1\":\"x\",\"note\":\"n\"},{\"prompt\":\"p\",\"1 1\":\"x\"}]",
                Map.of("file_name", "a.json")).statusCode(200)
                .body("columns.hindrance", contains(null, "name", "missing"));
    }

    @Test
    void saysThatMoreOfTheFileIsNeeded() {
        propose("prompt,answer1,answer2\nWhy?,Beca", Map.of("file_name", "long.csv", "cut", "true")).statusCode(400)
                .body(containsString("send more of it"));
    }

    @Test
    void takesTheColumnsThatAreChosen() {
        owner.request()
                .queryParam("file_name", "a.csv")
                .queryParam("prompt", "question")
                .queryParam("answer", "x", "y")
                .contentType("application/octet-stream")
                .body("question,context,x,y\nq,c,one,two\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/projects/proposal")
                .then()
                .statusCode(200)
                .body("columns.role", contains("prompt", null, "answer", "answer"))
                .body("label_config", containsString("toName=\"x,y\""));
    }

    @Test
    void proposesNothingWhereNobodyCanTellWhatIsCompared() {
        propose("prompt,completion\np,c\n", Map.of("file_name", "a.csv")).statusCode(200)
                .body("label_config", nullValue())
                .body("columns.role", contains("prompt", null));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {"answer=nothing|have no column", "answer=prompt|Name two columns",
            "answer=answer1&answer=answer1|Name two columns",
            "prompt=answer1&answer=answer1&answer=answer2|a prompt and an answer"})
    void refusesColumnsThatCannotBeCompared(String chosen, String message) {
        owner.request()
                .contentType("application/octet-stream")
                .body(TABLE.getBytes(StandardCharsets.UTF_8))
                .post("/api/projects/proposal?file_name=a.csv&" + chosen)
                .then()
                .statusCode(400)
                .body(containsString(message));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"a.exe|x|400|extension is not supported",
            "a.json|[1]|400|must be a JSON object", "a.json|nonsense|400|JSON", "a.csv|''|400|No tasks",
            "a.json|[]|400|No tasks"})
    void refusesWhatAnImportWouldRefuse(String name, String content, int status, String message) {
        propose(content, Map.of("file_name", name)).statusCode(status).body(containsString(message));
    }

    @Test
    void isNothingForAnnotators() {
        owner.someone("annotator")
                .api()
                .request()
                .contentType("application/octet-stream")
                .body(TABLE.getBytes(StandardCharsets.UTF_8))
                .post("/api/projects/proposal?file_name=a.csv")
                .then()
                .statusCode(403);
    }

    @Test
    void proposesWhatAProjectTakes() {
        String config = propose(TABLE, Map.of("file_name", "answers.csv")).extract().path("label_config");

        int project = owner.project(Map.of("title", "Proposed", "label_config", config));

        owner.get("/api/projects/" + project).body("label_config_warnings", empty());
        owner.request()
                .multiPart("file", "answers.csv", TABLE.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(201)
                .body("task_count", equalTo(2));
    }

    private ValidatableResponse propose(String content, Map<String, String> query) {
        return owner.request()
                .queryParams(query)
                .contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/projects/proposal")
                .then();
    }
}
