package org.prefstream.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Scripts that send forms, as {@code requests.post(url, data={…})} does. */
@QuarkusTest
class FormsTest {

    private static final Map<String, String> TASK = Map.of("prompt", "p é", "answer1", "a", "answer2", "b");

    private final Api owner = Api.owner();

    /** The two ways in which a form travels. */
    enum Form {

        URLENCODED {

            @Override
            RequestSpecification of(RequestSpecification request, Map<String, String> fields) {
                return request.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset(StandardCharsets.UTF_8)))
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParams(fields);
            }
        },
        MULTIPART {

            @Override
            RequestSpecification of(RequestSpecification request, Map<String, String> fields) {
                RequestSpecification form = request.contentType("multipart/form-data");
                fields.forEach((name, text) -> form.multiPart(name, text, "text/plain; charset=UTF-8"));
                return form;
            }
        };

        abstract RequestSpecification of(RequestSpecification request, Map<String, String> fields);
    }

    @ParameterizedTest
    @EnumSource
    void makeAndChangeAProject(Form form) {
        int project = form
                .of(owner.request(),
                        Map.of("title", "Größe", "label_config", Api.CONFIG, "show_skip_button", "False",
                                "maximum_annotations", "3", "overlap_cohort_percentage", ""))
                .post("/api/projects/")
                .then()
                .statusCode(201)
                .body("title", equalTo("Größe"))
                .body("show_skip_button", equalTo(false))
                .body("maximum_annotations", equalTo(3))
                .body("overlap_cohort_percentage", equalTo(100))
                .extract()
                .path("id");

        form.of(owner.request(), Map.of("show_skip_button", "on", "description", "d"))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200)
                .body("show_skip_button", equalTo(true))
                .body("description", equalTo("d"))
                .body("title", equalTo("Größe"));
    }

    @ParameterizedTest
    @EnumSource
    void areCheckedFieldByField(Form form) {
        refused(form, Map.of("title", "Test", "maximum_annotations", "many"), "/api/projects", "maximum_annotations");
        refused(form, Map.of("title", "Test", "is_published", "perhaps"), "/api/projects", "is_published");
        int project = owner.project();
        refused(form, Map.of("project", project + "", "data", "{'prompt': 'p'}"), "/api/tasks", "data");
        refused(form, Map.of("project", "x", "data", "{}"), "/api/tasks", "project");
        refused(form, Map.of("email", "king@prefstream.test", "role", "king"), "/api/users", "role");
    }

    @ParameterizedTest
    @EnumSource
    void validateAConfiguration(Form form) {
        int project = owner.project();

        form.of(owner.request(), Map.of("label_config", Api.CONFIG))
                .post("/api/projects/validate")
                .then()
                .statusCode(204);
        form.of(owner.request(), Map.of("label_config", Api.CONFIG))
                .post("/api/projects/" + project + "/validate")
                .then()
                .statusCode(200);
        form.of(owner.request(), Map.of("label_config", "<View>"))
                .post("/api/projects/validate/")
                .then()
                .statusCode(400)
                .body("label_config", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void makeAndChangeATask(Form form) {
        int project = owner.project();
        int task = form
                .of(owner.request(),
                        Map.of("project", project + "", "data",
                                "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":[1.50]}"))
                .post("/api/tasks/")
                .then()
                .statusCode(201)
                .body("data.answer2[0]", equalTo(1.5f))
                .extract()
                .path("id");

        form.of(owner.request(), Map.of("meta", "{\"source\":\"é\"}"))
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200)
                .body("meta.source", equalTo("é"))
                .body("data.prompt", equalTo("p"));
    }

    @ParameterizedTest
    @EnumSource
    void makeAndChangeAPerson(Form form) {
        String email = UUID.randomUUID() + "@prefstream.test";
        int person = form.of(owner.request(), Map.of("email", email, "role", "annotator", "password", Api.PASSWORD))
                .post("/api/users")
                .then()
                .statusCode(201)
                .body("email", equalTo(email))
                .extract()
                .path("id");

        form.of(owner.request(), Map.of("first_name", "Ann"))
                .patch("/api/users/" + person)
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Ann"));
    }

    @ParameterizedTest
    @EnumSource
    void importOneFlatTask(Form form) {
        int project = owner.project();

        form.of(owner.request(), TASK)
                .post("/api/projects/" + project + "/import?return_task_ids=true")
                .then()
                .statusCode(201)
                .body("task_count", equalTo(1))
                .body("task_ids", hasSize(1));

        owner.get("/api/tasks?fields=all&project=" + project)
                .statusCode(200)
                .body("tasks.data", equalTo(List.of(TASK)));
    }

    @ParameterizedTest
    @EnumSource
    void importATaskWithWhatComesWithIt(Form form) {
        int project = owner.project();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("data", "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}");
        fields.put("predictions", "[{\"result\":[],\"model_version\":\"m\"}]");

        form.of(owner.request(), fields)
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(201)
                .body("task_count", equalTo(1))
                .body("prediction_count", equalTo(1));
        form.of(owner.request(), Map.of("data", "p"))
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(400)
                .body("validation_errors", hasKey("data"));
        form.of(owner.request(), Map.of("prompt", "p"))
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("answer1"));
    }

    @ParameterizedTest
    @EnumSource
    void withACookieComeFromOurOwnPagesOnly(Form form) {
        Api.Someone manager = owner.someone("manager");
        String session = given().redirects()
                .follow(false)
                .formParam("email", manager.email())
                .formParam("password", Api.PASSWORD)
                .header("Accept", "application/json")
                .post("/user/login")
                .then()
                .extract()
                .cookie("sessionid");
        int project = owner.project();

        for (String path : new String[]{"/api/projects", "/api/projects/" + project + "/import", "/api/tasks"}) {
            form.of(given().cookie("sessionid", session).header("Origin", "https://elsewhere.test"), TASK)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        form.of(given().cookie("sessionid", session).header("Sec-Fetch-Site", "same-origin"), Map.of("title", "Own"))
                .post("/api/projects")
                .then()
                .statusCode(201);
        owner.get("/api/tasks?project=" + project).body("tasks", hasSize(0));
    }

    @ParameterizedTest
    @EnumSource
    void areAnsweredOnceForAnIdempotencyKey(Form form) {
        String key = UUID.randomUUID().toString();
        ValidatableResponse first = form.of(owner.request().header("Idempotency-Key", key), Map.of("title", "Once"))
                .post("/api/projects")
                .then()
                .statusCode(201);

        form.of(owner.request().header("Idempotency-Key", key), Map.of("title", "Once"))
                .post("/api/projects")
                .then()
                .statusCode(201)
                .body("id", equalTo(first.extract().<Integer>path("id")));
        form.of(owner.request().header("Idempotency-Key", key), Map.of("title", "Twice"))
                .post("/api/projects")
                .then()
                .statusCode(409);
    }

    @Test
    void otherMediaTypesAreNotTaken() {
        owner.request().contentType("text/plain").body("title=T").post("/api/projects").then().statusCode(415);
    }

    private void refused(Form form, Map<String, String> fields, String path, String field) {
        form.of(owner.request(), fields).post(path).then().statusCode(400).body("validation_errors", hasKey(field));
    }
}
