package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

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
import com.microsoft.playwright.options.FilePayload;

/** Journey 30: an owner looks through the tasks of a project, filters and orders them, opens them, and adds more. */
@Order(30)
@ExtendWith(SharedSystem.class)
class TasksJourney {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    private final Project project;
    private final List<Long> tasks;

    TasksJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, "Tasks", 1);
        tasks = project.importTasks(List.of(Project.comparison(1), Project.comparison(2),
                Map.of("prompt", HOSTILE, "answer1", "a", "answer2", "b")));
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/tasks");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void tasksAreListedAndFoundByTheirText() {
        assertThat(page.getByText("3 tasks", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(rows()).hasCount(3);
        assertThat(row(HOSTILE)).isVisible();
        visitor.findsAccessible(visitor.heading("Tasks"));

        page.getByLabel("Find a text").fill("Second answer to 2");
        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText(Project.promptOf(2));
        page.getByLabel("Find a text").fill("'; drop table task; --");
        assertThat(page.getByText("No task is like that.")).isVisible();
        alarm.assertSilent();
    }

    @Test
    void tasksOfAFileAreAddedAllOrNone() {
        choose("more.csv", "prompt,answer1,answer2\nName a prime.,7,9\nName a fruit.,Kiwi,Stone\n");
        visitor.button("Add the tasks").click();
        assertThat(page.getByText("2 tasks were added.")).isVisible();
        assertThat(rows()).hasCount(5);
        assertThat(rows().filter(new Locator.FilterOptions().setHasText("Kiwi"))).hasCount(1);

        choose("broken.csv", "prompt,answer1,answer2\np,a,b\nq,a,b,too many\n");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 3: the row has 4 values");
        assertThat(project.owner().get(project.path("")).expect(200).json().path("task_number").asInt()).isEqualTo(5);
    }

    @Test
    void aThousandTasksScrollWithFewRowsInThePage() {
        project.importComparisons(1_000);
        page.reload();
        assertThat(page.getByText("1,003 tasks")).isVisible();
        visitor.findsAccessible(grid());

        grid().press("End");
        assertThat(row(Project.promptOf(999))).isInViewport();
        assertThat(rows().count()).isLessThan(60);
        grid().press("PageUp");
        grid().press("PageUp");
        assertThat(row(Project.promptOf(999))).not().isInViewport();
        grid().evaluate("grid => grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2");
        assertThat(row(Project.promptOf(498))).isInViewport();
        assertThat(row(Project.promptOf(498))).hasAttribute("aria-rowindex", "503");
        grid().press("Home");
        assertThat(row(Project.promptOf(1)).first()).isInViewport();
        alarm.assertSilent();
    }

    @Test
    void conditionsAreInTheAddressAndBackTakesThemAway() {
        visitor.button("Filters").click();
        field("Column").selectOption("No.");
        field("Condition").selectOption("is more than");
        assertThat(rows()).hasCount(3);
        field("Value").fill("1");
        assertThat(rows()).hasCount(2);

        page.reload();
        assertThat(rows()).hasCount(2);
        assertThat(field("Value")).hasValue("1");
        visitor.button("Add a condition").click();
        field("Column").nth(1).selectOption("answer1");
        field("Value").nth(1).fill("First answer to 2");
        assertThat(rows()).hasCount(1);
        page.getByLabel("How the conditions go together").selectOption("or");
        assertThat(rows()).hasCount(2);
        visitor.findsAccessible(page.getByLabel("How the conditions go together"));

        page.goBack();
        assertThat(rows()).hasCount(1);
        page.goBack();
        assertThat(rows()).hasCount(2);
        alarm.assertSilent();
    }

    @Test
    void aConditionThatTheServerRefusesLeavesTheFormerTasks() {
        visitor.button("Filters").click();
        field("Column").selectOption("prompt");
        field("Condition").selectOption("matches the regular expression");
        field("Value").fill("(");

        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("regular expression")))
                .isVisible();
        assertThat(rows()).hasCount(3);
        field("Value").fill("^Prompt 2");
        assertThat(rows()).hasCount(1);
    }

    @Test
    void tasksAreOrderedByTheHeadOfAColumn() {
        Locator head = head("answer2");
        assertThat(rows().first()).containsText(Project.promptOf(1));
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(head).hasAttribute("aria-sort", "ascending");
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(rows().first()).containsText(HOSTILE);

        page.reload();
        assertThat(rows().first()).containsText(HOSTILE);
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(rows().first()).containsText(Project.promptOf(1));
    }

    @Test
    void columnsThatWereChosenAreShownAgain() {
        visitor.button("Columns").click();
        field("answer1").uncheck();
        page.getByLabel("Annotators needed").check();
        visitor.findsAccessible(page.getByLabel("Annotators needed"));
        page.reload();

        assertThat(head("Annotators needed")).isVisible();
        assertThat(head("answer1")).hasCount(0);
        visitor.button("Columns").click();
        visitor.button("As at first").click();
        assertThat(head("answer1")).isVisible();
    }

    @Test
    void aTaskOpensBesideTheListByKeysAlone() {
        Person person = project.member(system);
        long first = tasks.get(0);
        person.api()
                .post("/api/tasks/" + first + "/annotations", Judgement.and(Judgement.of("right"), "lead_time", 12.5))
                .expect(201);
        page.reload();
        grid().press("Enter");
        assertThat(visitor.heading("Task 1")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/projects/" + project.id() + "/tasks/" + first));
        Locator said = page.locator("task-said");
        assertThat(said).containsText("Answer 2 is better");
        assertThat(said).containsText("Took 12.5");
        visitor.findsAccessible(said);

        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(visitor.heading("Task 2")).isVisible();
        assertThat(page.getByText("Nobody has judged it yet.")).isVisible();
        page.keyboard().press("Escape");
        assertThat(visitor.heading("Task 2")).hasCount(0);
        assertThat(grid()).isFocused();
        page.goForward();
        assertThat(visitor.heading("Task 2")).isVisible();
        page.goBack();
        assertThat(visitor.heading("Task 2")).hasCount(0);
        alarm.assertSilent();
    }

    @Test
    void skippedTasksAreAskedAgainOfThoseWhoSkippedThem() {
        Person person = project.member(system);
        skip(person, tasks.get(0), "Both are cut off.");
        skip(person, tasks.get(1), "I never cook.");
        page.reload();
        visitor.findsAccessible(rows().first());
        person.api().post("/api/tasks/" + tasks.get(2) + "/annotations", Judgement.of("left")).expect(201);
        person.api().get(project.path("/next")).expect(404);

        select(1);
        select(2);
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
        Project other = Project.create(system, HOSTILE, 2);
        project.member(system)
                .api()
                .post("/api/tasks/" + tasks.get(0) + "/annotations", Judgement.of("left"))
                .expect(201);
        page.reload();
        select(1);
        select(2);
        visitor.button("Move to a project").press("Enter");
        assertThat(visitor.button("Move").and(page.locator(".button"))).isDisabled();
        field("Find by its title").fill(HOSTILE);
        field("Project").selectOption(Long.toString(other.id()));
        assertThat(page.getByText("1 judgement and 0 skips will be withdrawn, for good.")).isVisible();
        visitor.findsAccessible(field("Project"));
        field("Project").focus();
        page.keyboard().press("Tab");
        assertThat(visitor.button("Move").and(page.locator(".button"))).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByText("2 tasks were moved.")).isVisible();
        assertThat(rows()).hasCount(1);
        assertThat(listed(other)).containsExactly(Project.promptOf(1), Project.promptOf(2));
        page.keyboard().press("Tab");
        assertThat(visitor.button("Undo")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("It is undone for 2 tasks.")).isVisible();
        assertThat(rows()).hasCount(3);
        assertThat(listed(other)).isEmpty();
        alarm.assertSilent();
    }

    @Test
    void copiesLeaveTheOriginalsAndTasksThatDoNotFitStay() {
        Project other = Project.create(system, "Copies", 1);
        Project unfit = Project.create(system, Map.of("title", "Unfit " + project.id(), "label_config",
                Project.CONFIGURATION.replace("$answer2", "$answer9")));
        select(1);
        visitor.button("Copy to a project").click();
        field("Find by its title").fill("Unfit " + project.id());
        field("Project").selectOption(Long.toString(unfit.id()));
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("answer9")))
                .isVisible();
        field("Find by its title").fill("Copies");
        field("Project").selectOption(Long.toString(other.id()));
        assertThat(page.getByText("The tasks fit the other project.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy").setExact(true)).click();

        assertThat(page.getByText("1 task was copied.")).isVisible();
        assertThat(rows()).hasCount(3);
        assertThat(listed(other)).containsExactly(Project.promptOf(1));
        assertThat(listed(unfit)).isEmpty();
    }

    @Test
    void annotatorsPerTaskAreAsBeforeAfterUndo() {
        select(2);
        visitor.button("Set annotators per task").click();
        field("Annotators per task").fill("3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set").setExact(true)).click();
        assertThat(page.getByText("1 task was changed.")).isVisible();
        assertThat(overlaps()).containsExactly(1, 3, 1);
        visitor.button("Undo").click();

        assertThat(page.getByText("It is undone for 1 task.")).isVisible();
        assertThat(overlaps()).containsExactly(1, 1, 1);
    }

    @Test
    void theHistoryOfATaskIsToldInWords() {
        Person person = project.member(system);
        long first = tasks.get(0);
        long annotation = person.api()
                .post("/api/tasks/" + first + "/annotations", Judgement.of("right"))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        person.api().patch("/api/annotations/" + annotation, Judgement.of("left")).expect(200);
        project.owner().delete("/api/annotations/" + annotation).expect(204);
        skip(person, first, HOSTILE);
        visitor.open("/projects/" + project.id() + "/tasks/" + first);

        page.getByText("History", new Page.GetByTextOptions().setExact(true)).click();
        Locator told = page.locator("task-history li");
        assertThat(told).hasCount(5);
        assertThat(told.nth(0)).containsText("added the task.");
        assertThat(told.nth(1)).containsText("judged.");
        assertThat(told.nth(1)).containsText("Answer 2 is better");
        assertThat(told.nth(2)).containsText("changed the judgement.");
        assertThat(told.nth(2)).containsText("Answer 1 is better");
        assertThat(told.nth(3)).containsText("deleted the judgement of Pat");
        assertThat(told.nth(4)).containsText(HOSTILE);
        visitor.findsAccessible(told.nth(4));
        alarm.assertSilent();
    }

    @Test
    void aLinkToATaskShowsItAloneOnAPhone() {
        page.setViewportSize(390, 844);
        visitor.open("/projects/" + project.id() + "/tasks/" + tasks.get(2));

        assertThat(visitor.heading("Task 3")).isVisible();
        assertThat(page.locator("task-panel").getByText(HOSTILE)).isVisible();
        visitor.findsAccessible(visitor.heading("Task 3"));
        visitor.button("Close").click();
        assertThat(rows()).hasCount(3);
        alarm.assertSilent();
    }

    private static void skip(Person person, long task, String reason) {
        person.api()
                .post("/api/tasks/" + task + "/annotations",
                        Map.of("result", List.of(), "was_cancelled", true, "skip_reason", reason))
                .expect(201);
    }

    private void select(int number) {
        page.getByLabel("Select task " + number, new Page.GetByLabelOptions().setExact(true)).check();
    }

    private List<String> listed(Project where) {
        return StreamSupport.stream(where.owner()
                .get("/api/tasks?fields=all&project=" + where.id())
                .expect(200)
                .json()
                .path("tasks")
                .spliterator(), false).map(task -> task.at("/data/prompt").asText()).toList();
    }

    private List<Integer> overlaps() {
        return StreamSupport.stream(project.owner()
                .get("/api/tasks?project=" + project.id())
                .expect(200)
                .json()
                .path("tasks")
                .spliterator(), false).map(task -> task.path("overlap").asInt()).toList();
    }

    private Locator grid() {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Tasks"));
    }

    private Locator field(String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator head(String name) {
        return page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator row(String words) {
        return rows().filter(new Locator.FilterOptions().setHasText(words));
    }

    private Locator rows() {
        return page.locator("task-table .rows [role=row]");
    }

    private void choose(String file, String content) {
        Locator field = page.getByLabel("Choose files");
        if (!field.isVisible()) {
            page.getByText("Add tasks from a file").click();
        }
        field.setInputFiles(new FilePayload(file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }
}
