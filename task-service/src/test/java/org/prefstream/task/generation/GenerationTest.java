package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.ModelServer;
import org.prefstream.embedded.testing.ModelServer.Asked;
import org.prefstream.embedded.testing.ModelServer.Reply;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.ModelServerPort;
import org.prefstream.task.testing.Relayed;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Answers from a model that a real server gives, well or badly. */
@QuarkusTest
class GenerationTest {

    private static final Duration SHORT = Duration.ofMillis(60);

    private final Api owner = Api.owner();
    private final RunCalls runs = new RunCalls(owner);
    private final GenerateAnswers work;
    private final Relayed database;
    private @Nullable ModelServer server;

    GenerationTest(GenerateAnswers work, Relayed database) {
        this.work = work;
        this.database = database;
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
        // a test that failed in the middle leaves its run to nobody
        database.execute("update generation_run set state = 'CANCELLED' where state = 'RUNNING'");
    }

    @Test
    void everyTaskGetsItsAnswersOnceAlthoughTheServerRefusesBreaksOffAndIsBusy() throws Exception {
        Set<Long> refused = ConcurrentHashMap.newKeySet();
        AtomicInteger blank = new AtomicInteger();
        ModelServer models = serve(asked -> refused.add(RunCalls.seed(asked)) ? fault(asked, blank) : answer(asked));
        int project = project(Map.of("concurrency", 8));
        List<Integer> tasks = importPrompts(project, 50);

        JsonPath run = runs.awaitEnd(project, generate(project));

        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getInt("done")).isEqualTo(50);
        assertThat(run.getInt("failed")).isZero();
        assertThat(blank).hasPositiveValue();
        int paid = 100 + blank.get();
        assertThat(run.getInt("tokens_in")).isEqualTo(7 * paid);
        assertThat(run.getInt("tokens_out")).isEqualTo(3 * paid);
        assertThat(run.getDouble("cost")).isEqualTo(13 * paid / 1e6, within(1e-9));
        assertThat(database.number("select count(*) from generated_answer where run_id = " + run.getInt("id")))
                .isEqualTo(100);
        assertThat(models.asked().stream().map(RunCalls::seed).collect(Collectors.toSet())).hasSize(100);
        for (int task : tasks) {
            JsonPath data = task(task).statusCode(200).extract().jsonPath();
            String prompt = data.getString("data.prompt");
            assertThat(data.getString("data.answer1")).startsWith("To " + prompt + " by ");
            assertThat(data.getString("data.answer2")).startsWith("To " + prompt + " by ")
                    .isNotEqualTo(data.getString("data.answer1"));
            assertThat(data.getString("data.answer1_model")).isEqualTo("baseline");
        }
        TopicEntry last = TestServers.topics().await(Topic.TASKS, tasks.get(49), 1).get(0);
        assertThat(Json.read(last.text(), TaskRecord.class).data()).containsKeys("prompt", "answer1", "answer2");
    }

    @Test
    void aTaskThatMissesAnswersIsTakenAndKeptFromPeopleUntilItHasThem() {
        serve(GenerationTest::answer);
        int plain = owner.project();
        owner.importJson(plain, "[{\"prompt\":\"p\"}]").statusCode(400);
        int project = project(Map.of());
        int task = importPrompts(project, 1).get(0);
        int whole = owner.task(project);

        owner.importJson(project, "[{\"answer1\":\"no prompt\"}]").statusCode(400);
        owner.importJson(project,
                "[{\"data\":{\"prompt\":\"p\"},\"annotations\":[{\"result\":[],\"was_cancelled\":true}]}]")
                .statusCode(400)
                .body(containsString("it must have its answers"));
        TestServers.topics().await(Topic.TASKS, whole, 1);
        database.awaitAll();
        assertThat(TestServers.topics().read(Topic.TASKS)).extracting(TopicEntry::key)
                .contains(Integer.toString(whole))
                .doesNotContain(Integer.toString(task));
        owner.get("/api/projects/" + project + "/generation").body("awaiting", equalTo(1));

        // who knows the answers better may write them
        owner.json("{\"data\":{\"prompt\":\"p\",\"answer1\":\"by hand\"}}")
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200);
        runs.awaitEnd(project, generate(project));
        task(task).body("data.answer1", equalTo("by hand"))
                .body("data.answer1_model", nullValue())
                .body("data.answer2_model", equalTo("baseline"));
        TestServers.topics().await(Topic.TASKS, task, 1);
        owner.json("{\"data\":{\"prompt\":\"p\"}}").patch("/api/tasks/" + task).then().statusCode(400);
        owner.json("{}")
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(400)
                .body(containsString("No task of the project misses answers"));
    }

    @Test
    void workThatDiesInTheMiddleGoesOnAndAsksNothingTwiceThatIsStored() throws Exception {
        ModelServer models = serve(asked -> answer(asked).after(SHORT));
        int project = project(Map.of("concurrency", 3));
        importPrompts(project, 25);
        int run = generate(project);
        await().atMost(RunCalls.SOON).until(() -> runs.read(project, run).getInt("done") >= 5);

        work.abandon();
        long stored = database.number("select count(*) from generated_answer where run_id = " + run);
        int asked = models.asked().size();

        JsonPath ended = runs.awaitEnd(project, run);
        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(ended.getInt("done")).isEqualTo(25);
        assertThat(stored).isLessThan(50);
        assertThat(database.number("select count(*) from generated_answer where run_id = " + run)).isEqualTo(50);
        List<Long> seeds = models.asked().stream().map(RunCalls::seed).toList();
        assertThat(new HashSet<>(seeds)).hasSize(50);
        // only what was under way when it died
        assertThat(seeds.size() - 50).isBetween(0, 3);
        assertThat(asked).isBetween((int) stored, (int) stored + 3);
    }

    @Test
    void aRunIsCancelledAndResumed() {
        ModelServer models = serve(asked -> answer(asked).after(SHORT));
        int project = project(Map.of("concurrency", 2, "requests_per_minute", 600));
        importPrompts(project, 20);
        int run = generate(project);
        owner.json("{}")
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(409)
                .body(containsString("goes on already"));
        await().atMost(RunCalls.SOON).until(() -> runs.read(project, run).getInt("done") >= 2);

        owner.json("{}")
                .post(RunCalls.path(project, run) + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        await().atMost(RunCalls.SOON).until(() -> !isAsked(models));
        int done = runs.read(project, run).getInt("done");
        assertThat(done).isLessThan(20);

        owner.json("{}")
                .post(RunCalls.path(project, run) + "/resume")
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"));
        JsonPath ended = runs.awaitEnd(project, run);
        assertThat(ended.getInt("done")).isEqualTo(20);
        owner.get("/api/projects/" + project + "/generations").body("", hasSize(1)).body("[0].state", equalTo("DONE"));
    }

    @Test
    void aServerThatDiesStopsTheRunWhichGoesOnOnceItIsBack() {
        ModelServer models = serve(asked -> answer(asked).after(SHORT));
        int project = project(Map.of("concurrency", 4));
        importPrompts(project, 40);
        int run = generate(project);
        await().atMost(RunCalls.SOON).until(() -> runs.read(project, run).getInt("done") >= 3);
        models.close();

        JsonPath stopped = runs.awaitEnd(project, run);
        assertThat(stopped.getString("state")).isEqualTo("STOPPED");
        assertThat(stopped.getString("reason")).contains("10 tasks in a row", "cannot be reached");
        assertThat(stopped.getInt("failed")).isGreaterThanOrEqualTo(10);

        server = models.startAgain();
        owner.json("{}").post(RunCalls.path(project, run) + "/resume").then().statusCode(202);
        JsonPath ended = runs.awaitEnd(project, run);
        assertThat(ended.getInt("done")).isEqualTo(40);
        assertThat(ended.getInt("failed")).isZero();
    }

    @Test
    void whatCannotBeAnsweredIsPutAsideAndWhatIsOddIsMarked() throws Exception {
        serve(asked -> {
            if (asked.body().contains("Prompt 1 ")) {
                return Reply.of(400, "{\"error\":{\"message\":\"this is too long for me, key-of-mine\"}}");
            }
            if (asked.body().contains("Prompt 2 ")) {
                return answer(asked).after(Duration.ofSeconds(30));
            }
            return asked.body().contains("Prompt 3 ")
                    ? Reply.completion("always the same" + "\\n".repeat(asked.number() % 2), "stop")
                    : Reply.completion("cut " + RunCalls.seed(asked), "length");
        });
        int project = project(Map.of("api_key", "key-of-mine"));
        List<Integer> tasks = importPrompts(project, 4);

        JsonPath run = runs.awaitEnd(project, generate(project));

        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getInt("done")).isEqualTo(2);
        assertThat(run.getList("put_aside.task", Integer.class)).containsExactly(tasks.get(0), tasks.get(1));
        assertThat(run.getString("put_aside[0].reason")).contains("400", "too long for me")
                .doesNotContain("key-of-mine");
        assertThat(run.getString("put_aside[1].reason")).contains("did not answer within 2 s", "4 times");
        assertThat(run.getInt("identical")).isEqualTo(1);
        assertThat(run.getInt("cut_off")).isEqualTo(2);
        owner.get("/api/tasks/" + tasks.get(2) + "/generated-answers")
                .statusCode(200)
                .body("identical", equalTo(List.of(true, true)))
                .body("[0].model", equalTo("baseline"))
                .body("[0].sampling.temperature", equalTo(0.7f))
                .body("[0].sampling.system", equalTo("Be brief."))
                .body("[0].finish_reason", equalTo("stop"));
        owner.get("/api/tasks/" + tasks.get(3) + "/generated-answers").body("cut_off", equalTo(List.of(true, true)));
        owner.someone("annotator").api().get("/api/tasks/" + tasks.get(2) + "/generated-answers").statusCode(403);
    }

    @Test
    void theKeyIsSentEncryptedAtRestAndNeverShown() throws Exception {
        ModelServer models = serve(GenerationTest::answer);
        int project = project(Map.of("api_key", "sk-very-secret-0815"));

        owner.get("/api/projects/" + project + "/generation")
                .statusCode(200)
                .body(not(containsString("0815")))
                .body("has_key", equalTo(true));
        assertThat(database.number("select length(decode(api_key, 'base64')) from generation_settings where "
                + "position(cast('0815' as bytea) in decode(api_key, 'base64')) = 0 and project_id = " + project))
                .isEqualTo(12 + 19 + 16);
        owner.json("{}")
                .post("/api/projects/" + project + "/generation/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(List.of(true)))
                .body("[0].words", containsString("It answered"));
        assertThat(models.asked()).extracting(Asked::authorization).containsExactly("Bearer sk-very-secret-0815");

        // kept as it is where none is sent, but sent to no other server
        put(project, Map.of("concurrency", 2)).then().statusCode(200).body("has_key", equalTo(true));
        put(project, Map.of("base_url", "https://models.example.org/v1")).then()
                .statusCode(400)
                .body(containsString("for another address"));
        put(project, Map.of("api_key", "")).then().statusCode(200).body("has_key", equalTo(false));
    }

    @Test
    void onlyListedServersMayBePrivate() {
        serve(GenerationTest::answer);
        int project = project(Map.of());

        assertThat(tried(project, "http://127.0.0.1:1/v1")).contains("not encrypted", "PREFSTREAM_MODEL_SERVERS");
        assertThat(tried(project, "https://localhost/v1")).contains("not on the public internet");
        assertThat(tried(project, "https://169.254.169.254/v1")).contains("not on the public internet");
        assertThat(tried(project, "https://[::ffff:10.0.0.1]/v1")).contains("not on the public internet");
        put(project, Map.of("base_url", "https://user:pass@example.org/v1")).then().statusCode(400);
        put(project, Map.of("base_url", "ftp://example.org/v1")).then().statusCode(400);
    }

    @Test
    void aRedirectIsNotFollowedAndARefusedKeyStopsTheRun() {
        ModelServer models = serve(asked -> asked.body().contains("hello")
                ? Reply.of(302, "").with("Location", "http://169.254.169.254/latest")
                : Reply.of(401, "{\"error\":{\"message\":\"Incorrect API key\"}}"));
        int project = project(Map.of());
        importPrompts(project, 3);
        assertThat(tried(project, models.baseUrl())).contains("302", "redirects are not followed");

        JsonPath run = runs.awaitEnd(project, generate(project));

        assertThat(run.getString("state")).isEqualTo("STOPPED");
        assertThat(run.getString("reason")).contains("401", "Incorrect API key");
        assertThat(run.getInt("failed")).isZero();
    }

    @Test
    void twoModelsTakeTurnsAndARankedListIsFilled() {
        ModelServer models = serve(GenerationTest::answer);
        int project = owner.project(Map.of("title", "Ranked", "label_config", """
                <View><Text name="prompt" value="$prompt"/><List name="answers" value="$answers"/>
                <Ranker name="rank" toName="answers"/></View>"""));
        put(project,
                Map.of("answers_per_prompt", 4, "sources", List.of(Map.of("model", "one"), Map.of("model", "two"))))
                .then()
                .statusCode(200)
                .body("fields", equalTo(List.of("answers")));
        int task = importPrompts(project, 1).get(0);

        runs.awaitEnd(project, generate(project));

        task(task).body("data.answers.model", equalTo(List.of("one", "two", "one", "two")))
                .body("data.answers.id", equalTo(List.of("1", "2", "3", "4")))
                .body("data.answers[3].body", containsString("Prompt 1"));
        assertThat(models.asked()).hasSize(4);
    }

    @Test
    void theSameKeyBeginsOneRunAndChosenTasksAlone() {
        serve(GenerationTest::answer);
        int project = project(Map.of());
        List<Integer> tasks = importPrompts(project, 3);
        String body = "{\"ids\":[" + tasks.get(1) + "]}";

        int run = owner.json(body)
                .header("Idempotency-Key", "k" + project)
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(202)
                .body("tasks", equalTo(1))
                .extract()
                .path("id");
        runs.awaitEnd(project, run);
        owner.json(body)
                .header("Idempotency-Key", "k" + project)
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(202)
                .body("id", equalTo(run));

        task(tasks.get(0)).body("data.answer1", nullValue());
        owner.get("/api/projects/" + project + "/generation").body("awaiting", equalTo(2));
        owner.someone("annotator").api().get("/api/projects/" + project + "/generation").statusCode(403);
    }

    @Test
    void settingsSayWhatWouldBeRight() {
        serve(GenerationTest::answer);
        int project = owner.project();

        put(project, Map.of("answers_per_prompt", 3)).then().statusCode(400).body(containsString("Must be 2"));
        put(project, Map.of("sources", List.of())).then().statusCode(400).body(containsString("one or two"));
        put(project, Map.of("sources", List.of(Map.of("model", "m", "temperature", 3)))).then()
                .statusCode(400)
                .body(containsString("from 0 to 2"));
        put(project, Map.of("base_url", "http://x/v1/chat/completions")).then().statusCode(400);
        owner.json("{}")
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(400)
                .body(containsString("Say first which model answers"));
        int empty = owner.project(Map.of("title", "Empty", "label_config", "<View></View>"));
        put(empty, Map.of()).then().statusCode(400).body(containsString("compares no answers yet"));
    }

    private ModelServer serve(Function<Asked, Reply> behaviour) {
        server = ModelServer.start(ModelServerPort.port(), behaviour);
        return server;
    }

    private static Reply answer(Asked asked) {
        return Reply.completion("To " + RunCalls.lastMessage(asked) + " by " + RunCalls.seed(asked), "stop");
    }

    private static Reply fault(Asked asked, AtomicInteger blank) {
        if (asked.number() % 5 == 4) {
            blank.incrementAndGet();
        }
        return switch (asked.number() % 5) {
            case 1 -> Reply.of(429, "{\"error\":{\"message\":\"slow down\"}}").with("Retry-After", "0");
            case 2 -> Reply.of(500, "no JSON");
            case 3 -> answer(asked).cutOff();
            case 4 -> Reply.completion("", "stop");
            default -> answer(asked);
        };
    }

    private static boolean isAsked(ModelServer models) throws InterruptedException {
        int before = models.asked().size();
        Thread.sleep(3 * SHORT.toMillis());
        return models.asked().size() > before;
    }

    private ValidatableResponse task(int task) {
        AnnotationServiceStandIn.annotations(task, "[]");
        return owner.get("/api/tasks/" + task);
    }

    private int project(Map<String, Object> settings) {
        int project = owner.project();
        put(project, settings).then().statusCode(200).body("enabled", equalTo(true));
        return project;
    }

    private Response put(int project, Map<String, Object> settings) {
        return owner.json(all(settings)).put("/api/projects/" + project + "/generation");
    }

    private static Map<String, Object> all(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("base_url", "http://127.0.0.1:" + ModelServerPort.port() + "/v1",
                "sources", List.of(Map.of("model", "baseline", "temperature", 0.7, "system", "Be brief.", "input_price",
                        1, "output_price", 2))));
        all.putAll(settings);
        return all;
    }

    private String tried(int project, String url) {
        return owner.json(all(Map.of("base_url", url)))
                .post("/api/projects/" + project + "/generation/test")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].words");
    }

    private List<Integer> importPrompts(int project, int count) {
        return owner
                .importJson(project,
                        IntStream.rangeClosed(1, count)
                                .mapToObj(number -> "{\"prompt\":\"Prompt " + number + " of them\"}")
                                .collect(Collectors.joining(",", "[", "]")))
                .statusCode(201)
                .extract()
                .path("task_ids");
    }

    private int generate(int project) {
        return runs.begin(project, Map.of());
    }
}
