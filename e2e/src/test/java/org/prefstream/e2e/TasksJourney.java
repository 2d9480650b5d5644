package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

/** Journey 30: an owner looks through the tasks of a project, opens them, and adds more. */
@Order(30)
@ExtendWith(SharedSystem.class)
class TasksJourney {

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final TaskList list;
    private final Alarm alarm;
    private final Project project;
    private final List<Long> tasks;

    TasksJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        list = new TaskList(page);
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
    void tasksAreListedAndFoundByTheirText() {
        assertThat(page.getByText("3 tasks", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(list.rows()).hasCount(3);
        assertThat(list.row(TaskList.HOSTILE)).isVisible();
        visitor.findsAccessible(visitor.heading("Tasks"));

        page.getByLabel("Find a text").fill("Second answer to 2");
        assertThat(list.rows()).hasCount(1);
        assertThat(list.rows()).containsText(Project.promptOf(2));
        page.getByLabel("Find a text").fill("'; drop table task; --");
        assertThat(page.getByText("No task is like that.")).isVisible();
        alarm.assertSilent();
    }

    @Test
    void tasksOfAFileAreAddedAllOrNone() {
        choose("more.csv", "prompt,answer1,answer2\nName a prime.,7,9\nName a fruit.,Kiwi,Stone\n");
        visitor.button("Add the tasks").click();
        assertThat(page.getByText("2 tasks were added.")).isVisible();
        assertThat(list.rows()).hasCount(5);
        assertThat(list.rows().filter(new Locator.FilterOptions().setHasText("Kiwi"))).hasCount(1);

        choose("broken.csv", "prompt,answer1,answer2\np,a,b\nq,a,b,too many\n");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 3: the row has 4 values");
        assertThat(project.owner().get(project.path("")).expect(200).json().path("task_number").asInt()).isEqualTo(5);
    }

    @Test
    void aThousandTasksScrollWithFewRowsInThePage() {
        project.importComparisons(1_000);
        page.reload();
        assertThat(page.getByText("1,003 tasks")).isVisible();
        visitor.findsAccessible(list.grid());

        list.grid().press("End");
        assertThat(list.row(Project.promptOf(999))).isInViewport();
        assertThat(list.rows().count()).isLessThan(60);
        list.grid().press("PageUp");
        list.grid().press("PageUp");
        assertThat(list.row(Project.promptOf(999))).not().isInViewport();
        list.grid().evaluate("grid => grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2");
        assertThat(list.row(Project.promptOf(498))).isInViewport();
        assertThat(list.row(Project.promptOf(498))).hasAttribute("aria-rowindex", "503");
        list.grid().press("Home");
        assertThat(list.row(Project.promptOf(1)).first()).isInViewport();
        alarm.assertSilent();
    }

    @Test
    void aTaskOpensBesideTheListByKeysAlone() {
        Person person = project.member(system);
        long first = tasks.get(0);
        person.api()
                .post("/api/tasks/" + first + "/annotations", Judgement.and(Judgement.of("right"), "lead_time", 12.5))
                .expect(201);
        page.reload();
        list.grid().press("Enter");
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
        assertThat(list.grid()).isFocused();
        page.goForward();
        assertThat(visitor.heading("Task 2")).isVisible();
        page.goBack();
        assertThat(visitor.heading("Task 2")).hasCount(0);
        alarm.assertSilent();
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
        skip(person, first, TaskList.HOSTILE);
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
        assertThat(told.nth(4)).containsText(TaskList.HOSTILE);
        visitor.findsAccessible(told.nth(4));
        alarm.assertSilent();
    }

    @Test
    void aLinkToATaskShowsItAloneOnAPhone() {
        page.setViewportSize(390, 844);
        visitor.open("/projects/" + project.id() + "/tasks/" + tasks.get(2));

        assertThat(visitor.heading("Task 3")).isVisible();
        assertThat(page.locator("task-panel").getByText(TaskList.HOSTILE)).isVisible();
        visitor.findsAccessible(visitor.heading("Task 3"));
        visitor.button("Close").click();
        assertThat(list.rows()).hasCount(3);
        alarm.assertSilent();
    }

    private static void skip(Person person, long task, String reason) {
        person.api()
                .post("/api/tasks/" + task + "/annotations",
                        Map.of("result", List.of(), "was_cancelled", true, "skip_reason", reason))
                .expect(201);
    }

    private void choose(String file, String content) {
        Locator field = page.getByLabel("Choose files");
        if (!field.isVisible()) {
            page.getByText("Add tasks from a file").click();
        }
        field.setInputFiles(new FilePayload(file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }
}
