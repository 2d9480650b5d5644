package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

/** Journey 8, submits: nothing that contradicts its configuration, and nothing that a dataset cannot hold. */
@Order(8)
@ExtendWith(SharedSystem.class)
class RefusedSubmitJourney {

    final RunningSystem system;
    final Project project;
    final String submits;

    RefusedSubmitJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, Map.of("title", "Refused submits", "label_config", Project.CONFIGURATION,
                "enable_empty_annotation", false));
        submits = "/api/tasks/" + project.importComparisons(1).get(0) + "/annotations";
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(project.owner().get(submits).expect(200).json()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> results() {
        return Refusal.tests(Stream.of(
                result("a side that does not exist", "selected.*middle|middle.*selected",
                        pairwise("selected", "middle")),
                result("a strength above 3", "strength", Judgement.pairwise(Map.of("selected", "left", "strength", 4))),
                result("a strength that is no number", "strength",
                        Judgement.pairwise(Map.of("selected", "left", "strength", "much"))),
                result("a control that is not there", "nope",
                        Judgement.region("nope", "prompt", "pairwise", Map.of("selected", "left"))),
                result("a choice that is not offered", "Perhaps",
                        Judgement.region("neither", "prompt", "choices", Map.of("choices", List.of("Perhaps")))),
                result("a type that is not the control's", "type|rating",
                        Judgement.region("comparison", "comparison", "rating", Map.of("rating", 3))),
                result("a NUL in a text", "value\\.text",
                        Judgement.region("why", "prompt", "textarea", Map.of("text", List.of("a\u0000b")))),
                result("a region that is no object", "result", "left"),
                Refusal.of("an empty result where none is allowed", () -> submit(Judgement.withResult()), 400,
                        "result"),
                Refusal.of("a result that is no list", () -> submit(Map.of("result", Map.of("a", 1))), 400, "result",
                        "list")));
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        return Refusal.tests(Stream.of(Refusal.of("a lone surrogate", () -> submit("""
                {"result":[{"from_name":"why","to_name":"prompt","type":"textarea","value":{"text":["\\ud800"]}}]}"""),
                400, "why|result"), field("a negative lead time", "lead_time", -1),
                field("a lead time that is no number", "lead_time", "NaN"),
                field("a unique id that is no UUID", "unique_id", "abc"),
                Refusal.of("a body that is no JSON", () -> submit("{\"result\":["), 400, "JSON parse error"),
                Refusal.of("a body that is no object", () -> submit("[]"), 400)));
    }

    @TestFactory
    Stream<DynamicTest> people() {
        Person stranger = Person.annotator(system);
        ApiClient nobody = ApiClient.anonymous(system.connection().url());
        return Refusal.tests(Stream.of(
                Refusal.of("an unknown task",
                        () -> project.owner().post("/api/tasks/99999999/annotations", Judgement.of("left")), 404,
                        "No Task matches|Not found"),
                Refusal.of("nobody", () -> nobody.post(submits, Judgement.of("left")), 401,
                        "credentials were not provided"),
                Refusal.of("an unknown token",
                        () -> nobody.with("Authorization", "Token " + "0".repeat(40))
                                .post(submits, Judgement.of("left")),
                        401, "Invalid token"),
                Refusal.of("somebody who is not a member", () -> stranger.api().post(submits, Judgement.of("left")),
                        404),
                Refusal.of("next for somebody who is not a member", () -> stranger.api().get(project.path("/next")),
                        404)));
    }

    private Refusal result(String what, String mention, Object region) {
        return Refusal.of(what, () -> submit(Judgement.withResult(region)), 400, mention);
    }

    private Refusal field(String what, String field, Object value) {
        return Refusal.of(what, () -> submit(Judgement.and(Judgement.of("left"), field, value)), 400,
                "validation_errors", field);
    }

    private static Object pairwise(String key, String value) {
        return Judgement.pairwise(Map.of(key, value));
    }

    private Answer submit(Object body) {
        return project.owner().post(submits, body);
    }
}
