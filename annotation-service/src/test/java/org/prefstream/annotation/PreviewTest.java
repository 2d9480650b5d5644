package org.prefstream.annotation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.World;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What owners see of tasks before there is a project. */
@QuarkusTest
class PreviewTest {

    private static final Map<String, Object> TASK = Map.of("prompt", "Why?", "answer1", "first", "answer2", "second");
    private static final String CONFIG = """
            <View>
              <Text name="prompt" value="$prompt"/>
              <Pairwise name="comparison" toName="answer1,answer2"/>
              <Text name="answer1" value="$answer1"/>
              <Text name="answer2" value="$answer2"/>
            </View>""";

    @Inject
    World world;

    @Test
    void showsWhatALeaseWouldShowInTheOrderOfTheData() {
        preview(world.owner(), Map.of("label_config", CONFIG, "tasks", List.of(TASK))).statusCode(200)
                .body("tasks", hasSize(1))
                .body("tasks[0].problem", nullValue())
                .body("tasks[0].shown.parts.text", contains("Why?"))
                .body("tasks[0].shown.comparisons[0].slots.text", contains("first", "second"))
                .body("tasks[0].shown.follows_layout", equalTo(true))
                .body("layout.root", notNullValue())
                .body("label_config_warnings", hasSize(1));
    }

    @Test
    void saysOfATaskWhyItCannotBeShownAndShowsTheOthers() {
        preview(world.owner(), Map.of("label_config", CONFIG, "tasks", List.of(Map.of("prompt", "p"), TASK)))
                .statusCode(200)
                .body("tasks[0].shown", nullValue())
                .body("tasks[0].problem", equalTo("\"answer1\" key is expected in task data"))
                .body("tasks[1].shown", notNullValue());
    }

    @Test
    void saysWhatIsWrongWithTheSettings() {
        preview(world.owner(), Map.of("label_config", "<View", "tasks", List.of())).statusCode(400)
                .body(containsString("no configuration"));
    }

    @Test
    void refusesWhatIsNoListOfTasks() {
        Client owner = world.owner();

        preview(owner, Map.of("label_config", CONFIG, "tasks", List.of("p"))).statusCode(400)
                .body(containsString("the task's data"));
        preview(owner, Map.of("label_config", CONFIG, "tasks", Collections.nCopies(11, TASK))).statusCode(400)
                .body(containsString("10 at most"));
        preview(owner, Map.of("label_config", "x".repeat(250_000), "tasks", List.of())).statusCode(400)
                .body(containsString("too long"));
    }

    @Test
    void isNothingForAnnotators() {
        preview(world.annotator(world.project(1)), Map.of("label_config", CONFIG, "tasks", List.of())).statusCode(403);
    }

    private static ValidatableResponse preview(Client client, Map<String, Object> body) {
        return client.request().body(body).post("/api/projects/preview").then();
    }
}
