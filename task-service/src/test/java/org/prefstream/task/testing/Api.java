package org.prefstream.task.testing;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The API as people use it, each by their own token. */
public final class Api {

    public static final String OWNER = "owner@prefstream.test";
    public static final String OWNER_PASSWORD = "correct horse battery";
    public static final String PASSWORD = "long enough";

    /** A prompt, two answers, a tie beside them, a rating and a text. */
    public static final String CONFIG = """
            <View>
              <Text name="prompt" value="$prompt"/>
              <Pairwise name="comparison" toName="answer1,answer2"/>
              <Text name="answer1" value="$answer1"/>
              <Text name="answer2" value="$answer2"/>
              <Choices name="tie" toName="prompt"><Choice value="Tie"/><Choice value="Both bad"/></Choices>
            </View>""";

    private final String email;
    private final String password;
    private @Nullable String token;

    private Api(String email, String password) {
        this.email = email;
        this.password = password;
    }

    public static Api owner() {
        return new Api(OWNER, OWNER_PASSWORD);
    }

    /** {@return a new person of that role, as the owner makes one} */
    public Someone someone(String role) {
        String email = UUID.randomUUID() + "@prefstream.test";
        int id = json(Map.of("email", email, "role", role, "password", PASSWORD)).post("/api/users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Someone(id, email, new Api(email, PASSWORD));
    }

    /** A person made for a test. */
    public record Someone(int id, String email, Api api) {
    }

    /** {@return this person's token, asked for once: the server must be up by then} */
    public synchronized String token() {
        if (token == null) {
            token = tokenOf(email, password);
        }
        return token;
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Token " + token()).redirects().follow(false);
    }

    public RequestSpecification json(Object body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public int project() {
        return project(Map.of("title", "Test", "label_config", CONFIG));
    }

    public int project(Map<String, Object> settings) {
        return json(settings).post("/api/projects").then().statusCode(201).extract().path("id");
    }

    /** {@return the answer to an import of that text as JSON} */
    public ValidatableResponse importJson(int project, String tasks) {
        return request().contentType(ContentType.JSON)
                .body(tasks)
                .post("/api/projects/" + project + "/import?return_task_ids=1")
                .then();
    }

    /** {@return the id of a new task with a prompt and two answers} */
    public int task(int project) {
        return importJson(project, "[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}]").statusCode(201)
                .extract()
                .path("task_ids[0]");
    }

    public static String tokenOf(String email, String password) {
        String session = given().redirects()
                .follow(false)
                .formParam("email", email)
                .formParam("password", password)
                .header("Accept", "application/json")
                .post("/user/login")
                .then()
                .statusCode(204)
                .extract()
                .cookie("sessionid");
        return given().cookie("sessionid", session)
                .get("/api/current-user/token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
