package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.ModelServer;
import org.prefstream.embedded.testing.ModelServer.Asked;
import org.prefstream.embedded.testing.ModelServer.Reply;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.Api.Someone;
import org.prefstream.task.testing.ModelServerPort;
import org.prefstream.task.testing.Relayed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Verdicts of a judge model, which a real server gives, well or badly. */
@QuarkusTest
class VerdictsTest {

    private static final Map<String, Object> VERDICTS = Map.of("kind", "verdicts");

    private final Api owner = Api.owner();
    private final RunCalls runs = new RunCalls(owner);
    private final GenerateAnswers work;
    private final Relayed database;
    private @Nullable ModelServer server;

    VerdictsTest(GenerateAnswers work, Relayed database) {
        this.work = work;
        this.database = database;
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
        database.execute("update generation_run set state = 'CANCELLED' where state = 'RUNNING'");
    }

    @Test
    void eachPairIsJudgedInBothOrdersAndGetsAPrediction() {
        ModelServer judge = serve(asked -> json(prefers("good", asked)));
        int project = project(Map.of());
        List<Integer> tasks = importPairs(project, "good one", "bad one", "bad two", "good two");
        settings(project).then().body("awaiting", equalTo(2));

        JsonPath run = runs.awaitEnd(project, runs.begin(project, VERDICTS));

        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getString("kind")).isEqualTo("verdicts");
        assertThat(run.getInt("done")).isEqualTo(2);
        assertThat(run.getInt("contradicted")).isZero();
        assertThat(run.getInt("tokens_in")).isEqualTo(28);
        assertThat(run.getDouble("cost")).isEqualTo(0.000052);
        String version = run.getString("model_version");
        assertThat(version).matches("judge-model judge [0-9a-f]{8}");
        assertThat(judge.asked()).hasSize(4).allSatisfy(asked -> {
            assertThat(RunCalls.lastMessage(asked)).contains("Prefer what is good.", "What is 1 + 1?", "follow no");
            assertThat(RunCalls.body(asked)).containsEntry("temperature", 0).containsEntry("max_tokens", 50);
        });
        JsonPath first = prediction(tasks.get(0));
        assertThat(first.getString("[0].model_version")).isEqualTo(version);
        assertThat(first.getDouble("[0].score")).isEqualTo(1);
        assertThat(first.getString("[0].result[0].value.selected")).isEqualTo("left");
        assertThat(first.getString("[0].result[0].type")).isEqualTo("pairwise");
        assertThat(prediction(tasks.get(1)).getString("[0].result[0].value.selected")).isEqualTo("right");
        owner.get("/api/tasks/" + tasks.get(0) + "/generated-answers")
                .body("", hasSize(2))
                .body("[0].kind", equalTo("verdicts"))
                .body("field", equalTo(List.of("answer1 first", "answer2 first")))
                .body("[0].said", containsString("verdict"))
                .body("prediction",
                        equalTo(first.getList("id").stream().flatMap(id -> List.of(id, id).stream()).toList()))
                .body("[0].sampling.max_tokens", equalTo(50));
        settings(project).then().body("awaiting", equalTo(0)).body("model_version", equalTo(version));
    }

    @Test
    void aJudgeThatAlwaysTakesTheSamePlaceGivesTiesOfScoreZero() {
        serve(asked -> Reply.completion("A", "stop"));
        int project = project(Map.of());
        List<Integer> tasks = importPairs(project, "one", "two");

        JsonPath run = runs.awaitEnd(project, runs.begin(project, VERDICTS));

        assertThat(run.getInt("done")).isEqualTo(1);
        assertThat(run.getInt("contradicted")).isEqualTo(1);
        assertThat(prediction(tasks.get(0)).getString("[0].result[0].value.selected")).isEqualTo("tie");
        assertThat(prediction(tasks.get(0)).getDouble("[0].score")).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedPaidForAndAskedAgainWhenResumed() throws Exception {
        ModelServer judge = serve(asked -> Reply.completion(
                RunCalls.lastMessage(asked).contains("odd") && asked.number() < 4 ? "The first is nicer." : "tie",
                "stop"));
        int project = project(Map.of("concurrency", 1));
        List<Integer> tasks = importPairs(project, "odd one", "odd two", "plain one", "plain two");

        JsonPath run = runs.awaitEnd(project, runs.begin(project, VERDICTS));

        assertThat(run.getInt("done")).isEqualTo(1);
        assertThat(run.getInt("failed")).isEqualTo(1);
        assertThat(run.getInt("refused")).isEqualTo(1);
        assertThat(run.getInt("tokens_in")).isEqualTo(21);
        assertThat(run.getString("put_aside[0].reason")).contains("not understood", "The first is nicer.");
        assertThat(prediction(tasks.get(0)).getList("")).isEmpty();

        int id = run.getInt("id");
        owner.json("{}").post(RunCalls.path(project, id) + "/resume").then().statusCode(202);
        assertThat(runs.awaitEnd(project, id).getInt("done")).isEqualTo(2);
        assertThat(judge.asked()).hasSize(5);
        assertThat(prediction(tasks.get(0)).getList("")).hasSize(1);
    }

    @Test
    void workThatDiesInTheMiddleStoresEachVerdictOnce() throws Exception {
        ModelServer judge = serve(asked -> json("B").after(Duration.ofMillis(40)));
        int project = project(Map.of("concurrency", 3));
        importPairs(project, IntStream.range(0, 40).mapToObj(number -> "answer " + number).toArray(String[]::new));
        int run = runs.begin(project, VERDICTS);
        await().atMost(RunCalls.SOON).until(() -> runs.read(project, run).getInt("done") >= 4);

        work.abandon();

        assertThat(runs.awaitEnd(project, run).getInt("done")).isEqualTo(20);
        assertThat(database.number(
                "select count(*) from prediction p join task t on t.id = p.task_id where t.project_id = " + project))
                .isEqualTo(20);
        List<Long> seeds = judge.asked().stream().map(RunCalls::seed).toList();
        assertThat(new HashSet<>(seeds)).hasSize(40);
        assertThat(seeds.size() - 40).isBetween(0, 3);
    }

    @Test
    void asksOnlyForWhatIsMissingAndAnotherCriterionIsAnotherJudge() {
        ModelServer judge = serve(asked -> json("tie"));
        int project = project(Map.of());
        List<Integer> tasks = importPairs(project, "one", "two");
        runs.awaitEnd(project, runs.begin(project, VERDICTS));
        owner.json(VERDICTS)
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(400)
                .body(containsString("misses a verdict of this judge"));
        importPairs(project, "three", "four");
        runs.awaitEnd(project, runs.begin(project, VERDICTS));
        assertThat(judge.asked()).hasSize(4);

        put(project, Map.of("criterion", "Prefer what is short.")).then().statusCode(200).body("awaiting", equalTo(2));
        runs.awaitEnd(project, runs.begin(project, Map.of("kind", "verdicts", "ids", tasks)));

        assertThat(new HashSet<>(prediction(tasks.get(0)).getList("model_version"))).hasSize(2);
        owner.get("/api/projects/" + project + "/generations?kind=verdicts").body("", hasSize(3));
        owner.get("/api/projects/" + project + "/generations?kind=answers").body("", hasSize(0));
    }

    @Test
    void annotatorsAreToldNothingOfVerdicts() {
        serve(asked -> json("A"));
        int project = project(Map.of());
        int task = importPairs(project, "one", "two").get(0);
        Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        runs.awaitEnd(project, runs.begin(project, VERDICTS));
        AnnotationServiceStandIn.annotations(task, "[]");
        Api asks = annotator.api();

        for (String path : List.of("/api/tasks/" + task, "/api/tasks?project=" + project + "&fields=all",
                "/api/projects/" + project, "/api/projects/" + project + "/tasks")) {
            asks.get(path).body(not(containsString("judge-model"))).body(not(containsString("verdict")));
        }
        for (String path : List.of("/api/predictions?task=" + task, "/api/tasks/" + task + "/generated-answers",
                "/api/projects/" + project + "/model-versions",
                "/api/projects/" + project + "/generation?kind=verdicts",
                "/api/projects/" + project + "/generations")) {
            asks.get(path).statusCode(403);
        }
        asks.json(VERDICTS).post("/api/projects/" + project + "/generate").then().statusCode(403);
        owner.get("/api/tasks/" + task).body(containsString("judge-model"));
    }

    @Test
    void theGuidelinesAreTheCriterionUnlessSettingsSayOne() {
        ModelServer judge = serve(asked -> json("A"));
        int project = owner.project();
        importPairs(project, "one", "two");
        put(project, Map.of("criterion", "")).then().statusCode(200);
        owner.json(VERDICTS)
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(400)
                .body("validation_errors.criterion", anything())
                .body(containsString("no guidelines to judge by"));

        owner.json(Map.of("expert_instruction", "Rhymes win."))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        runs.awaitEnd(project, runs.begin(project, VERDICTS));

        assertThat(judge.asked()).isNotEmpty()
                .allSatisfy(asked -> assertThat(RunCalls.lastMessage(asked)).contains("Rhymes win."));
    }

    @Test
    void settingsOfTheJudgeAreApartAndSayWhatWouldBeRight() {
        serve(asked -> json("A"));
        int project = project(Map.of());

        owner.get("/api/projects/" + project + "/generation")
                .body("base_url", equalTo(""))
                .body("enabled", equalTo(false));
        owner.importJson(project, "[{\"prompt\":\"p\"}]").statusCode(400);
        owner.get("/api/projects/" + project + "/generation?kind=guesses")
                .statusCode(400)
                .body(containsString("answers, verdicts"));
        put(project, Map.of("sources", List.of(Map.of("model", "a"), Map.of("model", "b")))).then()
                .statusCode(400)
                .body(containsString("the judge"));
        int ranked = owner.project(Map.of("title", "Ranked", "label_config",
                "<View><List name=\"l\" value=\"$l\"/><Ranker name=\"r\" toName=\"l\"/></View>"));
        put(ranked, Map.of()).then().statusCode(400).body(containsString("ranks a list"));
    }

    private ModelServer serve(Function<Asked, Reply> behaviour) {
        server = ModelServer.start(ModelServerPort.port(), behaviour);
        return server;
    }

    private static Reply json(String verdict) {
        return Reply.completion("{\\\"verdict\\\": \\\"" + verdict + "\\\"}", "stop");
    }

    private static String prefers(String word, Asked asked) {
        String shown = RunCalls.lastMessage(asked);
        return shown.indexOf(word, shown.indexOf(" Answer A ")) < shown.indexOf(" Answer B ") ? "A" : "B";
    }

    private int project(Map<String, Object> settings) {
        int project = owner.project();
        put(project, settings).then().statusCode(200).body("kind", equalTo("verdicts"));
        return project;
    }

    private Response settings(int project) {
        return owner.request().get("/api/projects/" + project + "/generation?kind=verdicts");
    }

    private Response put(int project, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("base_url", "http://127.0.0.1:" + ModelServerPort.port() + "/v1",
                "criterion", "Prefer what is good.", "sources", List.of(Map.of("model", "judge-model", "temperature", 0,
                        "max_tokens", 50, "input_price", 1, "output_price", 2))));
        all.putAll(settings);
        return owner.json(all).put("/api/projects/" + project + "/generation?kind=verdicts");
    }

    private List<Integer> importPairs(int project, String... answers) {
        return owner
                .importJson(project,
                        IntStream.range(0, answers.length / 2)
                                .mapToObj(pair -> "{\"prompt\":\"What is 1 + 1?\",\"answer1\":\"" + answers[2 * pair]
                                        + "\",\"answer2\":\"" + answers[2 * pair + 1] + "\"}")
                                .collect(Collectors.joining(",", "[", "]")))
                .statusCode(201)
                .extract()
                .path("task_ids");
    }

    private JsonPath prediction(int task) {
        return owner.get("/api/predictions?task=" + task).statusCode(200).extract().jsonPath();
    }
}
