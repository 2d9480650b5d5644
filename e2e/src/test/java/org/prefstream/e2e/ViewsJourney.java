package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 47: an owner finds tasks by conditions, orders them, chooses their columns, and saves all that as a view. */
@Order(47)
@ExtendWith(SharedSystem.class)
class ViewsJourney {

    private final Visitor visitor;
    private final Page page;
    private final TaskList list;
    private final Keyboard keyboard;
    private final Alarm alarm;
    private final Project project;
    private final List<Long> tasks;

    ViewsJourney(RunningSystem system, Chromium.Shared browser) {
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        list = new TaskList(page);
        keyboard = new Keyboard(page);
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, "Tasks", 1);
        tasks = TaskList.fill(project);
        TaskList.open(system, visitor, project);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aViewIsSavedChangedAndDeletedByKeysAlone() {
        keyboard.follow(list.head("answer2").getByRole(AriaRole.BUTTON));
        keyboard.press("Enter");
        assertThat(list.rows().first()).containsText(TaskList.HOSTILE);
        keyboard.follow(list.button("Save as a view"));
        assertThat(page.getByLabel("Name of the view")).isFocused();
        page.keyboard().insertText(TaskList.HOSTILE);
        keyboard.press("Enter");
        assertThat(page.getByText("The view “" + TaskList.HOSTILE + "” is saved.")).isVisible();
        assertThat(tab(TaskList.HOSTILE)).isFocused();
        assertThat(tab(TaskList.HOSTILE)).hasAttribute("aria-current", "page");
        visitor.findsAccessible(tab(TaskList.HOSTILE));
        assertThat(views()).hasSize(1);

        keyboard.follow(list.head("prompt").getByRole(AriaRole.BUTTON));
        keyboard.follow(list.button("Save the changes"));
        assertThat(tab(TaskList.HOSTILE)).isFocused();
        keyboard.follow(tab("All tasks"));
        assertThat(list.rows().first()).containsText(Project.promptOf(1));
        page.reload();
        keyboard.follow(tab(TaskList.HOSTILE));
        assertThat(list.head("prompt")).hasAttribute("aria-sort", "ascending");

        keyboard.follow(list.button("Delete the view"));
        assertThat(page.getByText("The view “" + TaskList.HOSTILE + "” is deleted. The tasks stay.")).isVisible();
        assertThat(tab("All tasks")).isFocused();
        assertThat(views()).isEmpty();
        assertThat(list.rows()).hasCount(3);
        alarm.assertSilent();
    }

    @Test
    void verdictsAreColumnsThatFilterAndSort() {
        judge("left", tasks.get(0), 30);
        judge("tie", tasks.get(1), 2);
        page.reload();
        assertThat(list.row(TaskList.HOSTILE)).isVisible();
        visitor.button("Columns").click();
        for (String column : List.of("Outcome", "Answer chosen", "Agreement", "Annotators", "Mean time")) {
            list.field(column).check();
        }
        keyboard.press("Escape");
        for (String column : List.of("Outcome", "Answer chosen", "Agreement", "Annotators", "Mean time")) {
            assertThat(list.head(column)).isVisible();
        }
        list.head("Mean time").getByRole(AriaRole.BUTTON).click();
        assertThat(list.rows().first()).containsText(Project.promptOf(2));

        visitor.button("Filters").click();
        list.field("Column").selectOption("Outcome");
        list.field("Condition").selectOption("is");
        list.field("Value").selectOption("Tie");
        assertThat(list.rows()).hasCount(1);
        assertThat(list.rows()).containsText(Project.promptOf(2));
        assertThat(list.rows()).containsText("Tie");
        visitor.findsAccessible(list.rows().first());
    }

    @Test
    void conditionsAreInTheAddressAndBackTakesThemAway() {
        visitor.button("Filters").click();
        list.field("Column").selectOption("No.");
        list.field("Condition").selectOption("is more than");
        assertThat(list.rows()).hasCount(3);
        list.field("Value").fill("1");
        assertThat(list.rows()).hasCount(2);

        page.reload();
        assertThat(list.rows()).hasCount(2);
        assertThat(list.field("Value")).hasValue("1");
        visitor.button("Add a condition").click();
        list.field("Column").nth(1).selectOption("answer1");
        list.field("Value").nth(1).fill("First answer to 2");
        assertThat(list.rows()).hasCount(1);
        page.getByLabel("How the conditions go together").selectOption("or");
        assertThat(list.rows()).hasCount(2);
        visitor.findsAccessible(page.getByLabel("How the conditions go together"));

        page.goBack();
        assertThat(list.rows()).hasCount(1);
        page.goBack();
        assertThat(list.rows()).hasCount(2);
        alarm.assertSilent();
    }

    @Test
    void aConditionThatTheServerRefusesLeavesTheFormerTasks() {
        visitor.button("Filters").click();
        list.field("Column").selectOption("prompt");
        list.field("Condition").selectOption("matches the regular expression");
        list.field("Value").fill("(");

        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("regular expression")))
                .isVisible();
        assertThat(list.rows()).hasCount(3);
        list.field("Value").fill("^Prompt 2");
        assertThat(list.rows()).hasCount(1);
    }

    @Test
    void columnsThatWereChosenAreShownAgain() {
        visitor.button("Columns").click();
        list.field("answer1").uncheck();
        page.getByLabel("Annotators needed").check();
        visitor.findsAccessible(page.getByLabel("Annotators needed"));
        page.reload();

        assertThat(list.head("Annotators needed")).isVisible();
        assertThat(list.head("answer1")).hasCount(0);
        visitor.button("Columns").click();
        visitor.button("As at first").click();
        assertThat(list.head("answer1")).isVisible();
    }

    @Test
    void tasksAreOrderedByTheHeadOfAColumn() {
        Locator head = list.head("answer2");
        assertThat(list.rows().first()).containsText(Project.promptOf(1));
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(head).hasAttribute("aria-sort", "ascending");
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(list.rows().first()).containsText(TaskList.HOSTILE);

        page.reload();
        assertThat(list.rows().first()).containsText(TaskList.HOSTILE);
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(list.rows().first()).containsText(Project.promptOf(1));
    }

    private void judge(String selected, long task, double seconds) {
        project.owner()
                .post("/api/tasks/" + task + "/annotations",
                        Judgement.and(Judgement.of(selected), "lead_time", seconds))
                .expect(201);
    }

    private Locator tab(String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private JsonNode views() {
        return project.owner().get("/api/dm/views?project=" + project.id()).expect(200).json();
    }
}
