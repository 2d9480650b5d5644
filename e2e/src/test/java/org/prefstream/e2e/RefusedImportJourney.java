package org.prefstream.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

/** Journey 8, imports: all or nothing, and a message that names the item. */
@Order(8)
@ExtendWith(SharedSystem.class)
class RefusedImportJourney {

    static final String GOOD = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}";

    final RunningSystem system;
    final Project project;

    RefusedImportJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, "Refused imports", 1);
    }

    @AfterEach
    void nothingWasImported() {
        assertThat(project.owner().get(project.path("/")).expect(200).json().path("task_number").asInt()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> imports() {
        return Refusal
                .tests(Stream.of(Refusal.of("a body that is no JSON", () -> json("[" + GOOD), 400, "JSON parse error"),
                        Refusal.of("no tasks", () -> json("[]"), 400, "No tasks added"),
                        Refusal.of("items that are no objects", () -> json("[" + GOOD + ",7]"), 400, "item 1"),
                        Refusal.of("an item without a key of the configuration",
                                () -> json("[" + GOOD + ",{\"prompt\":\"p\"}]"), 400, "Error at item 1",
                                "\\\\\"answer1\\\\\" key is expected in task data"),
                        Refusal.of("a NUL", () -> json("[" + GOOD.replace("\"a\"", "\"a\\u0000\"") + "]"), 400,
                                "item 0", "answer1"),
                        Refusal.of("a lone surrogate", () -> json("[" + GOOD.replace("\"b\"", "\"\\ud800\"") + "]"),
                                400, "item 0", "answer2"),
                        Refusal.of("an annotation that contradicts the configuration", () -> annotated("middle"), 400,
                                "item 0", "middle"),
                        Refusal.of("JSON Lines with a broken line", () -> file("tasks.jsonl", GOOD + "\n{\"prompt\":"),
                                400, "line 2|item 1"),
                        Refusal.of("a CSV without a column of the configuration",
                                () -> file("tasks.csv", "prompt,answer1\np,a\n"), 400, "answer2"),
                        Refusal.of(
                                "an unknown kind of file", () -> file("tasks.exe", GOOD), 400,
                                "\\.exe extension is not supported"),
                        Refusal.of("gzip", this::gzip, 415, "gzip"),
                        Refusal.of("an unknown project",
                                () -> project.owner().post("/api/projects/99999999/import", List.of()), 404),
                        Refusal.of("nobody",
                                () -> ApiClient.anonymous(system.connection().url())
                                        .post(project.path("/import"), List.of()),
                                401, "credentials were not provided"),
                        Refusal.of("an annotator",
                                () -> project.member(system)
                                        .api()
                                        .post(project.path("/import"), List.of(Project.comparison(1))),
                                403)));
    }

    private Answer json(String body) {
        return project.owner().post(project.path("/import"), body);
    }

    private Answer annotated(String selected) {
        return project.owner()
                .post(project.path("/import"),
                        List.of(Map.of("data", Project.comparison(1), "annotations", List.of(Judgement.of(selected)))));
    }

    private Answer file(String name, String content) {
        return project.owner().upload(project.path("/import"), name, content.getBytes(UTF_8));
    }

    private Answer gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(("[" + GOOD + "]").getBytes(UTF_8));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return project.owner()
                .send("POST", project.path("/import"),
                        Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), bytes.toByteArray());
    }
}
