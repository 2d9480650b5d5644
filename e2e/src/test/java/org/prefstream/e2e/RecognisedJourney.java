package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Journey 52: what a file holds is recognised in each dialect, and conversations are shown as such. */
@Order(52)
@ExtendWith(SharedSystem.class)
class RecognisedJourney {

    private static final double PATIENCE_MILLIS = 20_000;
    private static final String CONVERSATION = """
            {"messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Name a prime."}],
             "chosen": [{"role": "assistant", "content": "Seven."}], "rejected": [{"role": "assistant", "content": "Nine."}]}
            """;

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;

    RecognisedJourney(RunningSystem system, Chromium.Shared browser) {
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

    @ParameterizedTest
    @EnumSource
    void aFileThatIsDroppedOnHomeIsRecognisedByItsContent(Dialect dialect) {
        home();
        visitor.drop(dialect.file, dialect.content);

        assertThat(page.getByText(dialect.file + " · " + dialect.format + " · 2 tasks").last()).isVisible(patiently());
        assertThat(column("prompt")).hasValue("prompt");
        assertThat(column("answer1")).hasValue("answer");
        assertThat(column("answer2")).hasValue("answer");
        assertThat(column("answer1_model")).hasValue("");
        Locator second = page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Task 2"));
        assertThat(second.getByText("Name a fruit.")).isVisible();
        assertThat(second.getByText("Kiwi", new Locator.GetByTextOptions().setExact(true))).isVisible();
        alarm.assertSilent();
    }

    @Test
    void aConversationIsShownByItsTurnsAndLabeled() {
        String title = "Talk " + UUID.randomUUID().toString().substring(0, 8);
        home();
        visitor.drop("talks.jsonl", CONVERSATION.replace("\n", " "));
        Locator task = page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Task 1"));
        assertThat(task.getByText("Name a prime.")).isVisible(patiently());
        assertThat(task.getByText("Be brief.")).isAttached();
        assertThat(task.getByText("Seven.")).isVisible();
        assertThat(task.getByText("\"role\"")).hasCount(0);
        visitor.findsAccessible(visitor.button("Create the project and label"));
        page.getByLabel("Title of the project").fill(title);
        page.keyboard().press("Enter");

        assertThat(page.locator("labeling-view task-view")).isVisible(patiently());
        LabelingPage.awaitKeys(page);
        page.keyboard().press("1");
        LabelingPage.awaitSaved(page);
        long id = system.owner()
                .get("/api/projects?title=" + title.replace(" ", "%20"))
                .expect(200)
                .json()
                .at("/results/0/id")
                .asLong();
        assertThat(new Project(id, system.owner()).exportedRows().values()).singleElement().satisfies(row -> {
            assertThat(row.path("shape").asText()).isEqualTo("messages");
            assertThat(row.at("/prompt/1/content").asText()).isEqualTo("Name a prime.");
        });
        alarm.assertSilent();
    }

    @Test
    void rowsArePastedIntoAProjectByTheKeyboardAlone() {
        Project project = Project.create(system, "Pasted", 1);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visitor.open("/projects/" + project.id() + "/tasks");
        assertThat(page.getByText("Drop files here to add their tasks")).isVisible();
        page.evaluate("rows => navigator.clipboard.writeText(rows)", "prompt\tanswer1\tanswer2\nName a prime.\t7\t9");
        page.keyboard().press("Control+v");
        assertThat(visitor.button("Add the tasks"))
                .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE_MILLIS));
        page.keyboard().press("Enter");

        assertThat(page.getByText("1 task was added.")).isVisible(patiently());
        assertThat(TaskList.prompts(project)).containsExactly("Name a prime.");
    }

    private void home() {
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
    }

    private Locator column(String name) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private enum Dialect {

        CSV("answers.csv", "CSV", rows(",")),
        SEMICOLONS("answers.csv", "CSV", rows(";")),
        TSV("answers.tsv", "TSV", rows("\t")),
        JSON("answers.json", "JSON", "[" + String.join(",", objects()) + "]"),
        JSON_LINES("answers.jsonl", "JSONL", String.join("\n", objects()));

        private final String file;
        private final String format;
        private final String content;

        Dialect(String file, String format, String content) {
            this.file = file;
            this.format = format;
            this.content = content;
        }

        private static String rows(String separator) {
            return String.join("\n", String.join(separator, "prompt", "answer1", "answer1_model", "answer2"),
                    String.join(separator, "Name a prime.", "7", "m-1", "9"),
                    String.join(separator, "Name a fruit.", "Kiwi", "m-1", "Stone"));
        }

        private static List<String> objects() {
            return List.of(
                    "{\"prompt\":\"Name a prime.\",\"answer1\":\"7\",\"answer1_model\":\"m-1\",\"answer2\":\"9\"}",
                    "{\"prompt\":\"Name a fruit.\",\"answer1\":\"Kiwi\",\"answer1_model\":\"m-1\",\"answer2\":\"Stone\"}");
        }
    }
}
