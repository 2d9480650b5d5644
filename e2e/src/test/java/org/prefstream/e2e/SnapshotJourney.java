package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Journey 41: an owner freezes what was judged, gets the same file of it after judgements were withdrawn, compares, and deletes. What
 * training jobs read files with loads Parquet and Hugging Face's folder.
 */
@Order(41)
@ExtendWith(SharedSystem.class)
class SnapshotJourney {

    private static final int SPLIT_TASKS = 40;
    private static final String CHAT = Project.CONFIGURATION.replace("<Text name=\"prompt\"", "<Chat name=\"prompt\"");

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final String name = "Frozen " + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    SnapshotJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void whatIsFrozenIsDownloadedAgainAfterAJudgementWasWithdrawn() throws IOException {
        Project project = Project.create(system, name, 1);
        List<Long> annotations = judge(project, project.importComparisons(3), "left");
        visitor.open("/projects/" + project.id() + "/export");
        assertThat(page.getByText("There are no snapshots yet.")).isVisible();

        make("Before");
        assertThat(page.getByText("“Before” has 3 rows.")).isVisible();
        byte[] annotated = download("Before", "JSON");
        assertThat(page.locator("snapshot-list export-counts").getByText("3 of 3 tasks")).isVisible();
        byte[] before = download("Before", "Hugging Face folder");
        assertThat(page.locator("snapshot-list export-counts").getByText("3 rows of 3 judged pairs")).isVisible();
        project.owner().delete("/api/annotations/" + annotations.get(0)).expect(204);
        make("After");
        assertThat(page.getByText("“After” has 2 rows.")).isVisible();

        assertThat(download("Before", "Hugging Face folder")).isEqualTo(before);
        assertThat(download("Before", "JSON")).isEqualTo(annotated);
        assertThat(Json.read(new String(download("After", "JSON"), UTF_8))).hasSize(2);
        visitor.button("Compare").click();
        assertThat(page.getByText("0 rows added, 0 changed, 1 withdrawn, 2 unchanged.")).isVisible();
        assertThat(page.getByLabel("Rows that are not the same"))
                .containsText(annotations.get(0) + "/comparison/0-1 withdrawn");
        visitor.findsAccessible(visitor.heading("Compare two snapshots"));
        JsonNode holding = project.owner()
                .get("/api/annotations/" + annotations.get(0) + "/snapshots")
                .expect(200)
                .json();
        assertThat(holding).hasSize(1);
        assertThat(holding.path(0).path("title").asText()).isEqualTo("Before");

        visitor.button("Delete the snapshot “Before”").click();
        assertThat(page.getByLabel("Type its title to delete it: Before")).isFocused();
        assertThat(visitor.button("Delete for good")).isDisabled();
        page.keyboard().type("Before");
        page.keyboard().press("Enter");
        assertThat(page.getByText("“Before” is deleted.")).isVisible();
        assertThat(visitor.heading("Before")).hasCount(0);
    }

    @Test
    void parquetAndTheFolderLoadAsTheyAre() throws IOException {
        Project one = Project.create(system, Map.of("title", name + " \"one\"", "label_config", Project.CONFIGURATION,
                "expert_instruction", "Prefer the shorter answer.\n~~~\nAlways."));
        judge(one, one.importComparisons(1), "left");
        get(one, "HF", "one.zip");
        get(one, "PARQUET", "one.parquet");
        Project conversations = Project.create(system, Map.of("title", name + " conversations", "label_config", CHAT));
        judge(conversations,
                conversations.importTasks(List.of(
                        Map.of("prompt", List.of(message("system", "Be brief."), message("user", "Why?")), "answer1",
                                "Because.", "answer2", "It is so."),
                        Map.of("prompt", List.of(message("user", "Time?"), call(), message("tool", "12")), "answer1",
                                "Noon.", "answer2", "12."))),
                "right");
        get(conversations, "HF", "conversations.zip");
        get(conversations, "PARQUET", "conversations.parquet");
        Project splits = Project.create(system, name + " splits", 1);
        judge(splits, splits.importComparisons(SPLIT_TASKS), "left");
        get(splits, "HF&split_shares=50,30,20", "splits.zip");

        JsonNode found = load();

        JsonNode single = found.path("one.zip");
        assertThat(single.path("splits").toString()).isEqualTo("{\"train\":1}");
        assertThat(single.path("rows").path(0).path("prompt").asText()).isEqualTo(Project.promptOf(0));
        assertThat(single.path("rows").path(0).path("chosen").asText()).isEqualTo("First answer to 0");
        assertThat(single.path("features").path("submitted_at").asText()).contains("timestamp[us, tz=UTC]");
        assertThat(single.path("features").path("margin").asText()).contains("float64");
        assertThat(single.path("card").asText()).contains(name + " \\\"one\\\"",
                "~~~~ text\nPrefer the shorter answer.", "- Annotators: 1.");
        JsonNode parquet = found.path("one.parquet");
        assertThat(parquet.path("pandas").path("submitted_at").asText()).isEqualTo("datetime64[us, UTC]");
        assertThat(parquet.path("pandas").path("task_id").asText()).isEqualTo("int64");
        assertThat(parquet.path("pandas").path("margin").asText()).isEqualTo("float64");
        assertThat(parquet.path("margins").path(0).asDouble()).isZero();
        assertThat(parquet.path("models").path(0).asText()).isEqualTo("model-a");
        assertThat(parquet.path("times").path(0).asText()).endsWith("+00:00");

        JsonNode talks = found.path("conversations.zip");
        assertThat(talks.path("features").path("prompt").asText()).contains("role", "content", "string");
        JsonNode first = talks.path("rows").path(0).path("prompt");
        assertThat(first.path(0).path("role").asText()).isEqualTo("system");
        assertThat(first.path(1).path("content").asText()).isEqualTo("Why?");
        assertThat(first.path(1).path("tool_calls").isNull()).isTrue();
        JsonNode called = talks.path("rows").path(1).path("prompt").path(1).path("tool_calls").path(0).path("function");
        assertThat(called.path("name").asText()).isEqualTo("clock");
        assertThat(called.path("arguments").asText()).isEqualTo("{\"zone\":\"UTC\"}");
        assertThat(talks.path("rows").path(1).path("chosen").path(0).path("content").asText()).isEqualTo("12.");
        assertThat(found.path("conversations.parquet").path("prompts").path(0).path(1).path("content").asText())
                .isEqualTo("Why?");

        JsonNode dealt = found.path("splits.zip");
        int rows = 0;
        for (String split : List.of("train", "validation", "test")) {
            assertThat(dealt.path("splits").path(split).asInt()).isPositive();
            rows += dealt.path("splits").path(split).asInt();
        }
        assertThat(rows).isEqualTo(SPLIT_TASKS);
        assertThat(dealt.path("rows").findValuesAsText("split")).contains("train", "validation", "test");
        assertThat(dealt.path("manifest").path("rows").asInt()).isEqualTo(SPLIT_TASKS);
    }

    private static Map<String, Object> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private static Map<String, Object> call() {
        return Map.of("role", "assistant", "tool_calls", List.of(
                Map.of("type", "function", "function", Map.of("name", "clock", "arguments", Map.of("zone", "UTC")))));
    }

    /** {@return the ids of annotations that prefer one side of each task} */
    private static List<Long> judge(Project project, List<Long> tasks, String side) {
        List<Long> ids = new ArrayList<>();
        IntStream.range(0, tasks.size())
                .forEach(i -> ids.add(project.owner()
                        .post("/api/tasks/" + tasks.get(i) + "/annotations", Judgement.of(side))
                        .expect(201)
                        .json()
                        .path("id")
                        .asLong()));
        return ids;
    }

    private void make(String title) {
        page.getByLabel("Title of the snapshot").fill(title);
        visitor.button("Make a snapshot").click();
    }

    private byte[] download(String title, String format) throws IOException {
        page.getByLabel("Format of downloads").selectOption(format);
        Locator link = page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Download the snapshot “" + title + "” as " + format));
        Download file = page.waitForDownload(link::click);
        return Files.readAllBytes(file.path());
    }

    private void get(Project project, String format, String file) throws IOException {
        byte[] bytes = page.request()
                .get(system.connection().url() + project.path("/export?exportType=" + format))
                .body();
        Files.write(folder.resolve(file), bytes);
    }

    private JsonNode load() throws IOException {
        try (InputStream in = SnapshotJourney.class.getResourceAsStream("/load_frozen.py")) {
            Files.writeString(folder.resolve("load_frozen.py"),
                    new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        }
        return Json.read(Python.withLoaders().run(folder, "load_frozen.py"));
    }
}
