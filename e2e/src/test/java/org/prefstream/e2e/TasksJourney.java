package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Journey 30: an owner looks through the tasks of a project, and adds more. */
@Order(30)
@ExtendWith(SharedSystem.class)
class TasksJourney {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    private final Project project;

    TasksJourney(RunningSystem system, Chromium.Shared browser) {
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, "Tasks", 1);
        project.importTasks(List.of(Project.comparison(1), Project.comparison(2),
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
        assertThat(page.getByText(HOSTILE)).isVisible();
        visitor.findsAccessible(visitor.heading("Tasks"));

        page.getByLabel("Find a text").fill("Second answer to 2");
        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText(Project.promptOf(2));
        page.getByLabel("Find a text").fill("'; drop table task; --");
        assertThat(page.getByText("No task contains this text.")).isVisible();
        alarm.assertSilent();
    }

    @Test
    void tasksOfAFileAreAddedAllOrNone() {
        choose("more.csv", "prompt,answer1,answer2\nName a prime.,7,9\nName a fruit.,Kiwi,Stone\n");
        assertThat(page.getByText("2 tasks were added.")).isVisible();
        assertThat(rows()).hasCount(5);
        assertThat(rows().filter(new Locator.FilterOptions().setHasText("Kiwi"))).hasCount(1);

        choose("broken.csv", "prompt,answer1,answer2\np,a,b\nq,a,b,too many\n");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 3: the row has 4 values");
        assertThat(project.owner().get(project.path("")).expect(200).json().path("task_number").asInt()).isEqualTo(5);
    }

    private Locator rows() {
        return page.locator("task-table tbody tr");
    }

    private void choose(String file, String content) {
        Locator field = page.getByLabel("Choose files");
        if (!field.isVisible()) {
            page.getByText("Add tasks from a file").click();
        }
        field.setInputFiles(new FilePayload(file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }
}
