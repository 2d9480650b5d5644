package org.prefstream.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The list of a project's tasks, as owners see it. */
record TaskList(Page page) {

    /** What one of the tasks says that {@link #fill} makes. */
    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    /** {@return the ids of three new tasks of a project, the last one with a hostile text} */
    static List<Long> fill(Project project) {
        return project.importTasks(List.of(Project.comparison(1), Project.comparison(2),
                Map.of("prompt", HOSTILE, "answer1", "a", "answer2", "b")));
    }

    /** Lets an owner log in and open the list of a project. */
    static void open(RunningSystem system, Visitor visitor, Project project) {
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/tasks");
    }

    Locator grid() {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Tasks"));
    }

    Locator rows() {
        return page.locator("task-table .rows [role=row]");
    }

    Locator row(String words) {
        return rows().filter(new Locator.FilterOptions().setHasText(words));
    }

    Locator head(String name) {
        return page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    /** {@return a button by its whole name} */
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void select(int number) {
        field("Select task " + number).check();
    }

    /** {@return the tasks that the project has, as the API lists them} */
    static List<JsonNode> of(Project project) {
        return StreamSupport.stream(project.owner()
                .get("/api/tasks?fields=all&project=" + project.id())
                .expect(200)
                .json()
                .path("tasks")
                .spliterator(), false).toList();
    }

    static List<String> prompts(Project project) {
        return of(project).stream().map(task -> task.at("/data/prompt").asText()).toList();
    }
}
