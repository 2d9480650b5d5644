package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.HostileText;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Journey 25: an owner makes a project of a file, and labels its first task. */
@Order(25)
@ExtendWith(SharedSystem.class)
class FromFileJourney {

    private static final int MANY = 30_000;
    /** A long import takes its time on a slow machine. */
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern LABELING = Pattern.compile(".*/projects/\\d+/label");

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    /** A name that only this test gives. */
    private final String name = "File " + UUID.randomUUID().toString().substring(0, 8);

    FromFileJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void pastedRowsBecomeAProjectByTheKeyboardAlone() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        page.evaluate("rows => navigator.clipboard.writeText(rows)",
                "question\tmodel_a\tanswer_a\tanswer_b\nWhy does ice float?\tx\tIt is lighter.\tIt is cold.");

        page.keyboard().press("Control+v");
        assertThat(title()).isFocused();
        page.keyboard().type(name);
        page.keyboard().press("Enter");
        awaitFirstTask();
        assertThat(page.getByText("Why does ice float?")).isVisible();
        page.keyboard().press("1");
        LabelingPage.awaitSaved(page);

        alarm.assertSilent();
        Project project = made();
        assertThat(project.exportedRows().values()).singleElement().satisfies(row -> {
            assertThat(row.path("prompt").asText()).isEqualTo("Why does ice float?");
            assertThat(List.of(row.path("chosen").asText(), row.path("rejected").asText()))
                    .containsExactlyInAnyOrder("It is lighter.", "It is cold.");
        });
    }

    @Test
    void aDroppedFileIsShownAsItWillLookAndLabeledByTheMouse() {
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        visitor.drop("answers.csv", "id,prompt,answer1,answer2\n1,Name a prime.,7,9\n2,Name a fruit.,Kiwi,Stone\n");

        assertThat(page.getByText("answers.csv · CSV · 2 tasks").last()).isVisible();
        assertThat(page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Task 2")).getByText("Stone"))
                .isVisible();
        visitor.findsAccessible(visitor.button("Create the project and label"));
        title().fill(name);
        visitor.button("Create the project and label").click();
        awaitFirstTask();
        page.locator("scroll-box[label='Text of answer 1']").click();
        LabelingPage.awaitSaved(page);

        assertThat(made().exportedRows()).hasSize(1);
    }

    @Test
    void otherColumnsAreComparedIfTheOwnerSaysSo() {
        choose("texts.jsonl", "{\"eins\":\"one\",\"zwei\":\"two\",\"drei\":\"three\",\"vier\":\"four\"}");
        assertThat(page.getByText("Nothing is compared yet.")).isVisible();
        assertThat(visitor.button("Create the project and label")).isDisabled();

        page.getByLabel("vier").selectOption("Answer");
        assertThat(page.getByText("Choose a second column of answers.")).isVisible();
        page.getByLabel("zwei").selectOption("Answer");

        Locator task = page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Task 1"));
        assertThat(task.getByText("four")).isVisible();
        assertThat(task.getByText("three")).isHidden();
        title().fill(name);
        visitor.button("Create the project and label").click();
        awaitFirstTask();
        assertThat(page.getByText("four", new Page.GetByTextOptions().setExact(true))).isVisible();
    }

    @Test
    void aFileThatIsRefusedLeavesNothingBehind() {
        String rows = IntStream.range(0, 150).mapToObj(i -> "p" + i + ",a,b").collect(Collectors.joining("\n"));
        choose("broken.csv", "prompt,answer1,answer2\n" + rows + "\nq,a,b,too many\n");
        title().fill(name);
        visitor.button("Create the project and label").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The import was refused");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 152: the row has 4 values");
        assertThat(projects()).noneMatch(project -> project.path("title").asText().equals(name));

        choose("broken.csv", "prompt,answer1,answer2\n\"never ends");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("a quoted value must end with a quote");
    }

    @Test
    void aLongFileIsImportedWhole() {
        String filling = " and so on".repeat(20);
        String lines = IntStream.range(0, MANY)
                .mapToObj(i -> Json.write(Project.comparison(i)).replace("Second answer", "Second answer" + filling))
                .collect(Collectors.joining("\n"));
        assertThat(lines.length()).isGreaterThan(8 * 1024 * 1024);
        choose("many.jsonl", lines);
        assertThat(page.getByText("many.jsonl · JSONL · more than 100 tasks").last()).isVisible();
        title().fill(name);
        visitor.button("Create the project and label").click();

        awaitFirstTask();
        assertThat(page.getByText(Pattern.compile("Prompt \\d+: which is better\\?"))).isVisible();
        assertThat(system.owner().get(made().path("")).expect(200).json().path("task_number").asInt()).isEqualTo(MANY);
    }

    @Test
    void hostileTextIsTextInNamesColumnsAndPreviews() {
        String hostile = HostileText.storable()
                .stream()
                .map(HostileText::text)
                .limit(20)
                .collect(Collectors.joining(" "));
        String column = "<img src=x onerror=alert(1)>";
        choose("<b>hostile</b>.json", "[" + Json.write(
                Map.of("prompt", hostile, "answer1", column, "answer2", "<script>alert(1)</script>", column, "x"))
                + "]");

        assertThat(page.getByText("<b>hostile</b>.json").last()).isVisible();
        assertThat(page.getByLabel(column)).isVisible();
        visitor.findsAccessible(visitor.button("Create the project and label"));
        alarm.assertSilent();
    }

    @Test
    void whatWasJudgedIsDownloadedFromThePage() throws IOException {
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        visitor.drop("answers.csv", "prompt,answer1,answer2\nName a prime.,7,9\nName a fruit.,Kiwi,Stone\n");
        title().fill(name);
        page.keyboard().press("Enter");
        awaitFirstTask();
        page.keyboard().press("1");
        LabelingPage.awaitSaved(page);

        visitor.open("/projects");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export " + name)).click();
        assertThat(page.getByText("1 judgement. 1 of 2 tasks are done.")).isVisible();
        assertThat(page.locator("export-preview pre")).containsText("\"chosen\"");
        visitor.findsAccessible(visitor.heading("Export"));
        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download TRL preferences"))
                        .click());
        assertThat(Files.readString(file.path())).isEqualTo(made().export("TRL"));

        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^CSV"))).check();
        page.getByLabel("With the tasks that nobody has judged").check();
        assertThat(page.locator("export-preview pre")).containsText("\"Kiwi\"");
    }

    @Test
    void aTemplateShowsAFileThatHasOtherColumns() {
        visitor.open("/projects/new");
        visitor.button("Preference with strength and reason").press("Enter");
        assertThat(page.getByText("Explain to a child of six why the sky is blue.")).isVisible();
        chooseFiles("texts.csv", "ask,one,two\nName a prime.,7,9\n");
        page.getByLabel("answer2").selectOption("one");
        page.getByLabel("answer1").selectOption("two");
        page.getByLabel("prompt").selectOption("ask");

        assertThat(page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Task 1"))
                .getByText("Name a prime.")).isVisible();
        title().fill(name);
        page.keyboard().press("Enter");
        awaitFirstTask();
        page.keyboard().press("7");
        LabelingPage.awaitSaved(page);

        assertThat(made().exportedRows().values()).singleElement().satisfies(row -> {
            assertThat(row.path("chosen").asText()).isIn("7", "9");
            assertThat(row.path("margin").asDouble()).isEqualTo(3.0);
        });
    }

    @Test
    void tasksThatComeTwiceInSeveralFilesAreLeftOutIfTheOwnerSaysSo() {
        visitor.open("/projects/new");
        page.getByLabel("Choose files")
                .setInputFiles(new FilePayload[]{
                        new FilePayload("one.csv", "text/csv",
                                "prompt,answer1,answer2\nName a prime.,7,9\n".getBytes(StandardCharsets.UTF_8)),
                        new FilePayload("two.csv", "text/csv",
                                "prompt,answer1,answer2\nName a prime.,9,7\nName a tree.,Oak,Iron\n"
                                        .getBytes(StandardCharsets.UTF_8))});
        page.getByLabel("Tasks that come twice").selectOption("Leave out");
        visitor.findsAccessible(visitor.button("Create the project and label"));
        title().fill(name);
        visitor.button("Create the project and label").click();
        awaitFirstTask();

        assertThat(system.owner().get(made().path("")).expect(200).json().path("task_number").asInt()).isEqualTo(2);
    }

    @Test
    void annotatorsCannotMakeProjects() {
        Project project = Project.create(system, name, 1);
        page.context().clearCookies();
        visitor.logIn(project.member(system));
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New project"))).hasCount(0);

        visitor.open("/projects/new");
        assertThat(page.getByText("Only owners and managers create projects.")).isVisible();
    }

    private void awaitFirstTask() {
        assertThat(page).hasURL(LABELING, new PageAssertions.HasURLOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("labeling-view task-view")).isVisible();
        LabelingPage.awaitKeys(page);
    }

    private Locator title() {
        return page.getByLabel("Title of the project");
    }

    private void choose(String file, String content) {
        visitor.open("/projects/new");
        chooseFiles(file, content);
    }

    private void chooseFiles(String file, String content) {
        page.getByLabel("Choose files")
                .setInputFiles(new FilePayload(file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    private Project made() {
        return projects().stream()
                .filter(project -> project.path("title").asText().equals(name))
                .map(project -> new Project(project.path("id").asLong(), system.owner()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> projects() {
        JsonNode all = system.owner().get("/api/projects?page_size=1000").expect(200).json().path("results");
        return StreamSupport.stream(all.spliterator(), false).toList();
    }
}
