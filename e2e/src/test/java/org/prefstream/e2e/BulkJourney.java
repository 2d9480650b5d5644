package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 46: an owner does something with many tasks at once, is told before what goes with them, and undoes what can be undone. */
@Order(46)
@ExtendWith(SharedSystem.class)
class BulkJourney {

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final TaskList list;
    private final Keyboard keyboard;
    private final Alarm alarm;
    private final Project project;
    private final List<Long> tasks;

    BulkJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
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
    void tasksThatAreThereTwiceAreCountedAndRemovedByKeysAlone() {
        project.importTasks(
                List.of(Map.of("prompt", TaskList.HOSTILE, "answer1", "b", "answer2", "a"), Project.comparison(4)));
        page.reload();
        assertThat(list.rows()).hasCount(5);
        keyboard.reach(list.grid());
        keyboard.press("Space");
        keyboard.follow(list.button("Select all 5"));
        keyboard.follow(list.button("Remove duplicates…"));
        assertThat(list.button("Cancel")).isFocused();
        assertThat(page.getByText("1 task would be deleted.")).isVisible();
        visitor.findsAccessible(list.button("Delete for good"));
        keyboard.press("Escape");
        assertThat(list.button("Remove duplicates…")).isFocused();

        keyboard.press("Enter");
        assertThat(page.getByText("1 task would be deleted.")).isVisible();
        keyboard.follow(list.button("Delete for good"));
        assertThat(page.getByText("1 task was removed.")).isFocused();
        assertThat(list.rows()).hasCount(4);
        assertThat(TaskList.of(project).stream().map(task -> task.path("id").asLong())).containsAll(tasks);

        keyboard.reach(list.grid());
        keyboard.press("Space");
        keyboard.follow(list.button("Select all 4"));
        keyboard.follow(list.button("Remove duplicates…"));
        assertThat(page.getByText("No task would be deleted.")).isVisible();
        assertThat(list.button("Delete for good")).isDisabled();
        alarm.assertSilent();
    }

    @Test
    void twinsThatSomebodyHasJudgedStay() {
        long twin = project.importTasks(List.of(Project.comparison(1))).get(0);
        for (long judged : List.of(tasks.get(0), twin)) {
            project.owner().post("/api/tasks/" + judged + "/annotations", Judgement.of("left")).expect(201);
        }
        page.reload();
        list.select(1);
        list.button("Select all 4").click();
        list.button("Remove duplicates…").click();

        assertThat(page.getByText("Those that somebody has judged or skipped stay")).isVisible();
        assertThat(page.getByText("No task would be deleted.")).isVisible();
    }

    @Test
    void judgementsAndThenTasksAreDeletedOnceTheirNumberWasSaid() {
        project.member(system)
                .api()
                .post("/api/tasks/" + tasks.get(0) + "/annotations", Judgement.of("left"))
                .expect(201);
        page.reload();
        list.select(1);
        list.select(2);
        list.button("Delete judgements…").click();
        assertThat(page.getByText("These are 1 judgement and 0 skips.")).isVisible();
        list.button("Delete for good").click();
        assertThat(page.getByText("1 judgement was deleted.")).isVisible();
        assertThat(project.exportedRows()).isEmpty();

        list.select(1);
        list.button("Delete tasks…").click();
        assertThat(page.getByText("With them go 0 judgements and 0 skips.")).isVisible();
        list.button("Delete for good").click();
        assertThat(page.getByText("1 task was deleted.")).isVisible();
        assertThat(TaskList.prompts(project)).containsExactly(Project.promptOf(2), TaskList.HOSTILE);
        alarm.assertSilent();
    }

    @Test
    void aNumberOfAnnotatorsThatIsNoneIsSaidAtItsField() {
        list.select(1);
        list.button("Set annotators per task…").click();
        list.field("Annotators per task").fill("0");

        assertThat(list.field("Annotators per task"))
                .hasAccessibleDescription("This is a whole number from 1 to 1,000.");
        assertThat(list.button("Set")).isDisabled();
        visitor.findsAccessible(list.button("Set"));
    }

    @Test
    void skippedTasksAreAskedAgainOfThoseWhoSkippedThem() {
        Person person = project.member(system);
        skip(person, tasks.get(0), "Both are cut off.");
        skip(person, tasks.get(1), "I never cook.");
        page.reload();
        visitor.findsAccessible(list.rows().first());
        person.api().post("/api/tasks/" + tasks.get(2) + "/annotations", Judgement.of("left")).expect(201);
        person.api().get(project.path("/next")).expect(404);

        list.select(1);
        list.select(2);
        visitor.button("Ask again").click();
        assertThat(page.getByText("These are 2 skips.")).isVisible();
        visitor.findsAccessible(visitor.button("Withdraw the skips"));
        visitor.button("Withdraw the skips").click();

        assertThat(page.getByText("2 skips were withdrawn.")).isVisible();
        assertThat(visitor.button("Undo")).hasCount(0);
        assertThat(person.api().get(project.path("/next")).expect(200).json().path("id").asLong()).isIn(tasks.get(0),
                tasks.get(1));
        alarm.assertSilent();
    }

    @Test
    void tasksAreMovedToAnotherProjectAndBackByKeysAlone() {
        Project other = Project.create(system, TaskList.HOSTILE, 2);
        project.member(system)
                .api()
                .post("/api/tasks/" + tasks.get(0) + "/annotations", Judgement.of("left"))
                .expect(201);
        page.reload();
        list.select(1);
        list.select(2);
        visitor.button("Move to a project").press("Enter");
        assertThat(visitor.button("Move").and(page.locator(".button"))).isDisabled();
        list.field("Find by its title").fill(TaskList.HOSTILE);
        list.field("Project").selectOption(Long.toString(other.id()));
        assertThat(page.getByText("1 judgement and 0 skips will be withdrawn, for good.")).isVisible();
        visitor.findsAccessible(list.field("Project"));
        list.field("Project").focus();
        page.keyboard().press("Tab");
        assertThat(visitor.button("Move").and(page.locator(".button"))).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByText("2 tasks were moved.")).isVisible();
        assertThat(list.rows()).hasCount(1);
        assertThat(TaskList.prompts(other)).containsExactly(Project.promptOf(1), Project.promptOf(2));
        page.keyboard().press("Tab");
        assertThat(visitor.button("Undo")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("It is undone for 2 tasks.")).isVisible();
        assertThat(list.rows()).hasCount(3);
        assertThat(TaskList.prompts(other)).isEmpty();
        alarm.assertSilent();
    }

    @Test
    void copiesLeaveTheOriginalsAndTasksThatDoNotFitStay() {
        Project other = Project.create(system, "Copies", 1);
        Project unfit = Project.create(system, Map.of("title", "Unfit " + project.id(), "label_config",
                Project.CONFIGURATION.replace("$answer2", "$answer9")));
        list.select(1);
        visitor.button("Copy to a project").click();
        list.field("Find by its title").fill("Unfit " + project.id());
        list.field("Project").selectOption(Long.toString(unfit.id()));
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("answer9")))
                .isVisible();
        list.field("Find by its title").fill("Copies");
        list.field("Project").selectOption(Long.toString(other.id()));
        assertThat(page.getByText("The tasks fit the other project.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy").setExact(true)).click();

        assertThat(page.getByText("1 task was copied.")).isVisible();
        assertThat(list.rows()).hasCount(3);
        assertThat(TaskList.prompts(other)).containsExactly(Project.promptOf(1));
        assertThat(TaskList.prompts(unfit)).isEmpty();
    }

    @Test
    void annotatorsPerTaskAreAsBeforeAfterUndo() {
        list.select(2);
        visitor.button("Set annotators per task").click();
        list.field("Annotators per task").fill("3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set").setExact(true)).click();
        assertThat(page.getByText("1 task was changed.")).isVisible();
        assertThat(overlaps()).containsExactly(1, 3, 1);
        visitor.button("Undo").click();

        assertThat(page.getByText("It is undone for 1 task.")).isVisible();
        assertThat(overlaps()).containsExactly(1, 1, 1);
    }

    private static void skip(Person person, long task, String reason) {
        person.api()
                .post("/api/tasks/" + task + "/annotations",
                        Map.of("result", List.of(), "was_cancelled", true, "skip_reason", reason))
                .expect(201);
    }

    private List<Integer> overlaps() {
        return TaskList.of(project).stream().map(task -> task.path("overlap").asInt()).toList();
    }
}
