package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The formats of chosen answers, of a project in which people write the answers and compare nothing. */
@QuarkusTest
class WrittenAnswersTest {

    private static final long BOB = 12;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final long task = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Written.project(projectId));
    }

    @Test
    void eachTextIsALineOfThePromptAndItselfAndRemarksAreNone() {
        task("Generate a summing function.");
        AnnotationRecord two = written(Written.by(projectId, task, "def sum", "sum = +"));
        written(Written.by(BOB, projectId, task, "\ud83d\ude80"));
        owners.publish(peers, Records.skip(projectId, task, Ids.next()));

        Response file = export("TRL_SFT");

        assertThat(file.asString()).isEqualTo("""
                {"prompt":"Generate a summing function.","completion":"def sum"}
                {"prompt":"Generate a summing function.","completion":"sum = +"}
                {"prompt":"Generate a summing function.","completion":"\ud83d\ude80"}
                """);
        assertThat(file.header("Prefstream-Rows")).isEqualTo("3");
        assertThat(objects(export("TRL_SFT", "part", "provenance"))).hasSize(3)
                .first()
                .satisfies(line -> assertThat(line)
                        .containsEntry("record_id", two.annotationId() + "/" + Written.CONTROL + "/0")
                        .containsEntry("control", Written.CONTROL)
                        .containsEntry("lead_time_s", new BigDecimal("12.0"))
                        .containsEntry("agreement", null)
                        .doesNotContainKeys("strength", "shown_order", "chosen_index"));
    }

    @Test
    void oneConversationMakesAllPromptsMessages() {
        task("Hello");
        written(Written.by(projectId, task, "Good day"));
        long talk = Ids.next();
        owners.publish(peers, Written.task(projectId, talk,
                List.of(Map.of("role", "system", "content", "Be kind."), Map.of("role", "user", "content", "Hi"))));
        written(Written.by(projectId, talk, "Hi, friend"));

        assertThat(export("TRL_SFT").asString().lines()).containsExactly(
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
                        + "\"completion\":[{\"role\":\"assistant\",\"content\":\"Good day\"}]}",
                "{\"prompt\":[{\"role\":\"system\",\"content\":\"Be kind.\"},{\"role\":\"user\",\"content\":\"Hi\"}],"
                        + "\"completion\":[{\"role\":\"assistant\",\"content\":\"Hi, friend\"}]}");
        assertThat(export("TRL_SFT", "shape", "text").header("Prefstream-Rows-Left-Out"))
                .isEqualTo("NOT_SINGLE_TURN=1");
    }

    @Test
    void whoSaysNothingInTheTextAreaIsLeftOutAndListed() {
        task("Well?");
        written(Written.by(projectId, task, "Yes."));
        AnnotationRecord silent = written(Written.by(projectId, task));
        owners.publish(peers, Records.skip(projectId, task, Ids.next()));

        assertThat(objects(export("TRL_SFT", "part", "rejected"))).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("code", "EMPTY_TEXT")
                        .containsEntry("record_id", silent.annotationId() + "/" + Written.CONTROL + "/0"));
        JsonPath told = dryRun("TRL_SFT");
        assertThat(told.getString("rows")).isEqualTo("annotation");
        assertThat(told.getLong("rows_in")).isEqualTo(3);
        assertThat(told.getLong("rows_out")).isEqualTo(1);
        assertThat(told.getList("left_out.code")).containsExactly("SKIPPED", "EMPTY_TEXT");
        assertThat(export("TRL_SFT", "lint", "strict").statusCode()).isEqualTo(422);
    }

    @Test
    void peopleDatesAndSplitsSelectThem() {
        List<Long> tasks = LongStream.range(0, 12).map(i -> Ids.next()).boxed().toList();
        owners.publish(peers,
                tasks.stream()
                        .flatMap(id -> Stream.of(Written.task(projectId, id, "Question " + id),
                                Written.by(projectId, id, "Answer " + id))));
        task("Question of Bob");
        written(Written.by(BOB, projectId, task, "Answer of Bob"));

        assertThat(export("TRL_SFT", "annotators", "12").asString().lines()).hasSize(1);
        assertThat(export("TRL_SFT", "until", Records.T0.toString()).header("Prefstream-Empty")).isNotNull();
        List<String> all = export("TRL_SFT").asString().lines().sorted().toList();
        assertThat(Stream.of("train", "validation", "test")
                .flatMap(split -> export("TRL_SFT", "split", split, "split_shares", "40,30,30").asString().lines())
                .sorted()
                .toList()).hasSize(13).isEqualTo(all);
        JsonPath told = dryRun("TRL_SFT", "split", "test", "split_shares", "40,30,30");
        assertThat(told.getLong("rows_out") + told.getLong("left_out[0].count")).isEqualTo(13);
        assertThat(told.getString("left_out[0].code")).isEqualTo("OTHER_SPLIT");
    }

    @ParameterizedTest
    @CsvSource({"min_strength,2", "min_agreement,0.5", "aggregate,majority"})
    void whatIsAskedOfPairsIsRefused(String name, String value) {
        task("Well?");
        written(Written.by(projectId, task, "Yes."));

        Response refused = export("TRL_SFT", name, value);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("\"" + name + "\"", "nothing is compared");
    }

    @Test
    void whatNeedsPairsHasNoRows() {
        task("Well?");
        written(Written.by(projectId, task, "Yes."));

        assertThat(export("TRL").asByteArray()).isEmpty();
        assertThat(export("OPENAI_SFT").asString()).contains("Well?", "Yes.");
    }

    @Test
    void aTableHasTheColumnsThatAreAskedForAlsoBeforeTheFirstAnswer() {
        task("Generate...");
        assertThat(export("CSV", "columns", "prompt,instruction").asString())
                .isEqualTo("\"prompt\",\"instruction\"\r\n");
        assertThat(export("CSV", "columns", "prompt,instruction", "download_all_tasks", "true").asString())
                .isEqualTo("\"prompt\",\"instruction\"\r\n\"Generate...\",\"\"\r\n");

        written(Written.by(projectId, task, "def sum..."));

        assertThat(export("CSV", "columns", "prompt,instruction").asString())
                .isEqualTo("\"prompt\",\"instruction\"\r\n\"Generate...\",\"def sum...\"\r\n");
        assertThat(export("CSV", "columns", "prompt,nothing").asString()).contains("not nothing");
    }

    @Test
    void aProjectWithoutAnAnswerSaysWhyItsFileIsEmpty() {
        task("Well?");

        assertThat(export("TRL_SFT").header("Prefstream-Empty")).contains("has an annotation yet");
    }

    private void task(Object prompt) {
        owners.publish(peers, Written.task(projectId, task, prompt));
    }

    private AnnotationRecord written(AnnotationRecord annotation) {
        owners.publish(peers, annotation);
        return annotation;
    }

    private static List<Map<String, Object>> objects(Response file) {
        return file.asString().lines().map(Json::readObject).toList();
    }

    private Response export(String format, String... more) {
        return exports.export(projectId, format, more);
    }

    private JsonPath dryRun(String format, String... more) {
        String[] asked = Stream.concat(Stream.of("dry_run", "true"), Stream.of(more)).toArray(String[]::new);
        return export(format, asked).jsonPath();
    }
}
