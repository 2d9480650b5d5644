package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Journey 42: an owner adds files of which some rows are wrong and some are there already, and cancels an import. */
@Order(42)
@ExtendWith(SharedSystem.class)
class ImportJourney {

    private static final int MANY = 200_000;
    /** The machine may have other work. */
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String FIRST = "prompt,answer1,answer2,answer1_model\nName a prime.,7,9,x\nName a fruit.,Kiwi,Stone,y\n";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    private final Project project;

    ImportJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, "Imports", 1);
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/tasks");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void rowsThatAreWrongComeBackAsAFileThatIsMendedAndDroppedAgain() throws IOException {
        choose(file("first.csv", FIRST), file("more.jsonl", """
                {"prompt":"Name a tree.","answer1":"Oak","answer2":"Iron"}
                {"prompt":"Name a metal.","answer1":"Oak"}
                {"prompt":"Name a bird.","answer1":"Owl","answer2":
                """));
        add();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("nothing of it is stored");
        assertThat(tasks()).isZero();

        visitor.button("Import the rows that are right").click();
        assertThat(page.getByText("3 tasks were added.")).isVisible(patiently());
        assertThat(page.getByText("2 rows could not be imported and were left out:")).isVisible();
        assertThat(page.getByText("Line 2 of more.jsonl: \"answer2\" key is expected in task data")).isVisible();
        assertThat(page.getByText(Pattern.compile("^Line 3 of more\\.jsonl: JSON parse error"))).isVisible();
        visitor.findsAccessible(visitor.heading("Tasks"));
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download more.refused.jsonl"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo("more.refused.jsonl");

        String refused = Files.readString(download.path());
        visitor.drop("more.refused.jsonl",
                refused.replace("\"answer1\":\"Oak\"", "\"answer1\":\"Oak\",\"answer2\":\"Iron\"")
                        .replace("\"Owl\",\"answer2\":\n", "\"Owl\",\"answer2\":\"Bee\"}\n"));
        add();
        assertThat(page.getByText("2 tasks were added.")).isVisible(patiently());
        assertThat(tasks()).isEqualTo(5);
        assertThat(project.owner().get("/api/tasks?project=" + project.id()).expect(200).body())
                .doesNotContain("import_error");
    }

    @Test
    void tasksThatAreThereAlreadyAreLeftOutOrRefused() {
        choose(file("first.csv", FIRST));
        add();
        assertThat(page.getByText("2 tasks were added.")).isVisible(patiently());

        page.getByText("Add tasks from a file").click();
        choose(file("again.csv",
                "answer2_model,answer2,answer1,prompt\nx,7,9,Name a prime.\nx,7,9,Name an odd number.\n"));
        page.getByLabel("Tasks that are there already").selectOption("Leave out");
        add();
        assertThat(page.getByText("1 task was added.")).isVisible(patiently());
        assertThat(page.getByText("1 task was there already and left out.")).isVisible();
        alarm.assertSilent();

        page.getByText("Add tasks from a file").click();
        choose(file("first.csv", FIRST));
        page.getByLabel("Tasks that are there already").selectOption("Refuse the file");
        add();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 2 of first.csv (item 0)", containsPatiently());
        assertThat(tasks()).isEqualTo(3);
    }

    @Test
    void anImportShowsItsRowsAndIsCancelledWithoutATrace() {
        assertThat(page.getByText("Drop files here to add their tasks")).isVisible();
        page.evaluate(
                """
                        count => {
                          const rows = Array.from({length: count}, (_, at) => `Prompt ${at},Answer one to ${at},Another answer to ${at}`);
                          const dataTransfer = new DataTransfer();
                          dataTransfer.items.add(new File([`prompt,answer1,answer2\\n${rows.join('\\n')}`], 'many.csv'));
                          document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer}));
                        }""",
                MANY);
        add();
        assertThat(page.getByText(Pattern.compile("^[\\d,]+ tasks stored"))).isVisible(patiently());
        visitor.findsAccessible(visitor.button("Cancel"));

        visitor.button("Cancel").click();
        assertThat(page.getByText("The import was cancelled. Nothing of it is stored.")).isVisible(patiently());
        assertThat(tasks()).isZero();
        choose(file("first.csv", FIRST));
        add();
        assertThat(page.getByText("2 tasks were added.")).isVisible(patiently());
    }

    @Test
    void aFileWithOtherColumnsIsShownAndNamedBeforeItIsAdded() {
        choose(file("other.csv", "question,one,answer2\nName a prime.,7,9\nName a fruit.,Kiwi,Stone\n"));
        assertThat(page.getByText("other.csv · CSV · 2 tasks")).isVisible();
        assertThat(page.getByText("The labeling configuration shows “answer1”.")).isVisible();
        assertThat(visitor.button("Add the tasks")).isDisabled();
        visitor.findsAccessible(visitor.button("Add the tasks"));

        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("answer1").setExact(true))
                .selectOption("one");
        assertThat(page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Task 2")).getByText("Stone"))
                .isVisible();
        visitor.findsAccessible(visitor.button("Add the tasks"));
        visitor.button("Add the tasks").press("Enter");
        assertThat(page.getByText("2 tasks were added.")).isVisible(patiently());
        assertThat(project.owner().get("/api/tasks?project=" + project.id()).expect(200).body())
                .contains("\"answer1\":\"Kiwi\"")
                .doesNotContain("\"one\"");
        alarm.assertSilent();
    }

    private void add() {
        visitor.button("Add the tasks").click();
    }

    private int tasks() {
        return system.owner().get(project.path("")).expect(200).json().path("task_number").asInt();
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.ContainsTextOptions containsPatiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private void choose(FilePayload... files) {
        List<FilePayload> all = Arrays.asList(files);
        page.getByLabel("Choose files").setInputFiles(all.toArray(FilePayload[]::new));
    }
}
