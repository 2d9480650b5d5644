package org.prefstream.task.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Tables as spreadsheets and pandas write them. */
@QuarkusTest
class OtherProgramsTablesTest {

    private final Api owner = Api.owner();

    @Test
    void takesSemicolonsAfterAByteOrderMark() {
        int project = owner.project();

        send(project, "tasks.csv", Resources.bytes("semicolons-after-a-byte-order-mark.csv")).statusCode(201)
                .body("task_count", equalTo(2))
                .body("data_columns", contains("prompt", "answer1", "answer2"));

        owner.get("/api/tasks?project=" + project)
                .body("tasks.data.prompt", contains("Welche Farbe hat Schnee?", "Wie heißt die Hauptstadt?"))
                .body("tasks.data.answer1", contains("Weiß, meistens", "Bern"))
                .body("tasks.data.answer2", contains("Grün", "Zürich; sagt man"));
    }

    @Test
    void keepsTheIndexColumnOfPandas() {
        int project = owner.project();

        send(project, "tasks.csv", Resources.bytes("index-column.csv")).statusCode(201).body("task_count", equalTo(2));

        owner.get("/api/tasks?project=" + project)
                .body("tasks[1].data.'Unnamed: 0'", equalTo("1"))
                .body("tasks[1].data.prompt", equalTo("Name a noble gas."));
    }

    @Test
    void takesRowsWithoutTheirLastCellsAndRefusesLongerOnes() {
        int project = owner.project();

        send(project, "tasks.csv", "prompt,answer1,answer2,note\r\np,a,b\r\n".getBytes(UTF_8)).statusCode(201);
        send(project, "tasks.csv", "prompt,answer1,answer2\r\np,a,b\r\np,a,b,c\r\n".getBytes(UTF_8)).statusCode(400)
                .body("validation_errors.non_field_errors",
                        contains("tasks.csv: line 3: the row has 4 values, but the header names 3 columns"));

        owner.get("/api/tasks?project=" + project).body("total", equalTo(1)).body("tasks[0].data.note", equalTo(""));
    }

    @Test
    void takesTheSameTablesAsABody() {
        int project = owner.project();

        owner.request()
                .contentType("text/csv")
                .body("prompt;answer1;answer2\np;a, long;b\n".getBytes(UTF_8))
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(201);

        owner.get("/api/tasks?project=" + project).body("tasks[0].data.answer1", equalTo("a, long"));
    }

    private ValidatableResponse send(int project, String name, byte[] file) {
        return owner.request().multiPart("file", name, file).post("/api/projects/" + project + "/import").then();
    }
}
