package org.prefstream.task.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Imports of files whose columns have other names than the configuration shows. */
@QuarkusTest
class NamedColumnsTest {

    private static final String TABLE = "question,better,worse,source\nWhy?,Because.,No.,web\n";
    private static final String NAMES = "data.prompt=question&data.answer1=better&data.answer2=worse";

    private final Api owner = Api.owner();

    @Test
    void columnsStandForTheKeysThatAreNamed() {
        int project = owner.project();

        importAs(project, NAMES, TABLE).statusCode(201)
                .body("task_count", equalTo(1))
                .body("data_columns", contains("prompt", "answer1", "answer2", "source"));

        task(project).body("tasks[0].data",
                equalTo(Map.of("prompt", "Why?", "answer1", "Because.", "answer2", "No.", "source", "web")));
    }

    @Test
    void twoColumnsMayTakeEachOthersPlaceAndWhatIsCoveredIsLeftOut() {
        int project = owner.project();

        importAs(project, "data.answer1=answer2&data.answer2=answer1", "prompt,answer1,answer2\np,a,b\n")
                .statusCode(201);
        importAs(project, "data.prompt=ask", "prompt,ask,answer1,answer2\nold,new,a,b\n").statusCode(201);

        task(project).body("tasks[0].data", equalTo(Map.of("prompt", "p", "answer1", "b", "answer2", "a")))
                .body("tasks[1].data", equalTo(Map.of("prompt", "new", "answer1", "a", "answer2", "b")));
    }

    @Test
    void dataOfTasksWithAnnotationsIsNamedToo() {
        int project = owner.project();

        owner.json("[{\"data\":{\"question\":\"q\",\"answer1\":\"a\",\"answer2\":\"b\"},\"meta\":{\"question\":1}}]")
                .post("/api/projects/" + project + "/import?data.prompt=question")
                .then()
                .statusCode(201);

        task(project).body("tasks[0].data.prompt", equalTo("q")).body("tasks[0].meta.question", equalTo(1));
    }

    @Test
    void aRowThatLacksWhatStandsForAKeyIsRefusedByTheKey() {
        int project = owner.project();

        importAs(project, "data.prompt=missing&data.answer1=better&data.answer2=worse", TABLE).statusCode(400)
                .body("validation_errors.non_field_errors[0]",
                        containsString("\"prompt\" key is expected in task data"));
        importAs(project, NAMES + "&data.prompt=source", TABLE).statusCode(400)
                .body("validation_errors.'data.prompt'[0]", containsString("data.prompt=question"));
        task(project).body("tasks.size()", equalTo(0));
    }

    @Test
    void oneKeyOfIdempotencyIsForOneWayOfNaming() {
        int project = owner.project();
        String key = UUID.randomUUID().toString();

        importWith(project, key, NAMES).statusCode(201);
        importWith(project, key, NAMES).statusCode(201);
        importWith(project, key, "data.prompt=source&data.answer1=better&data.answer2=worse").statusCode(409);
        task(project).body("tasks.size()", equalTo(1));
    }

    @Test
    void aProjectSaysWhatItsTasksMustHave() {
        owner.get("/api/projects/" + owner.project())
                .body("required_data_columns", contains("prompt", "answer1", "answer2"));
    }

    private ValidatableResponse importAs(int project, String query, String table) {
        return owner.request()
                .multiPart("file", "tasks.csv", table.getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?" + query)
                .then();
    }

    private ValidatableResponse importWith(int project, String key, String query) {
        return owner.request()
                .header("Idempotency-Key", key)
                .multiPart("file", "tasks.csv", TABLE.getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?" + query)
                .then();
    }

    private ValidatableResponse task(int project) {
        return owner.get("/api/tasks?fields=all&project=" + project).statusCode(200);
    }
}
