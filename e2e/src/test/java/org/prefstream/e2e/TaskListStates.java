package org.prefstream.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** States of the list of a project's tasks. */
final class TaskListStates {

    private TaskListStates() {
    }

    static List<State> all() {
        return List.of(new State("tasks", TaskListStates::tasks),
                new State("tasks-filtered", TaskListStates::tasksFiltered),
                new State("tasks-of-a-view", TaskListStates::tasksOfAView),
                new State("tasks-selected", TaskListStates::tasksSelected),
                new State("tasks-to-delete", TaskListStates::tasksToDelete),
                new State("tasks-to-move", TaskListStates::tasksToMove),
                new State("tasks-overlap-refused", TaskListStates::overlapRefused),
                new State("duplicates", TaskListStates::duplicates),
                new State("duplicates-none", TaskListStates::noDuplicates),
                new State("tasks-from-file", TaskListStates::tasksFromFile),
                new State("task-open", TaskListStates::taskOpen));
    }

    private static Locator tasks(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"),
                List.of(Stage.task("Why does bread dough rest?", "The gluten relaxes.", "The baker needs a break."),
                        Stage.task("Name a spice for carrots.", "Cumin.", "Caraway.")));
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/tasks");
        stage.text("Add tasks from a file").click();
        return stage.text("Caraway.");
    }

    private static Locator tasksFiltered(Stage stage) {
        Project project = kitchen(stage);
        OwnerStates.asOwner(stage)
                .open("/projects/" + project.id()
                        + "/tasks?filters=%5B%22or%22%2C%5B%22data.prompt%22%2C%22contains%22%2C%22dough%22%5D%2C"
                        + "%5B%22created_at%22%2C%22greater%22%2C%222026-01-05T09%3A00%3A00.000Z%22%5D%2C"
                        + "%5B%22overlap%22%2C%22in%22%2C%221%22%2C%223%22%5D%5D&order=-data.prompt");
        return stage.page().getByLabel("From", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator tasksSelected(Stage stage) {
        OwnerStates.asOwner(stage).open("/projects/" + kitchen(stage).id() + "/tasks");
        stage.page().getByLabel("Select task 2").check();
        return stage.text("1 task selected");
    }

    private static Locator tasksToDelete(Stage stage) {
        tasksSelected(stage).waitFor();
        stage.visitor().button("Delete tasks").click();
        return stage.visitor().button("Delete for good");
    }

    private static Locator tasksToMove(Stage stage) {
        tasksSelected(stage).waitFor();
        stage.visitor().button("Move to a project").click();
        return stage.page().locator("project-choice");
    }

    private static Locator tasksFromFile(Stage stage) {
        OwnerStates.asOwner(stage).open("/projects/" + kitchen(stage).id() + "/tasks");
        stage.text("Add tasks from a file").click();
        stage.page()
                .getByLabel("Choose files")
                .setInputFiles(new FilePayload("more questions.csv", "text/csv",
                        "question,answer1,answer2\nHow long do I boil an egg?,Six minutes.,An hour.\n"
                                .getBytes(StandardCharsets.UTF_8)));
        return stage.text("How long do I boil an egg?");
    }

    private static Locator taskOpen(Stage stage) {
        Project project = kitchen(stage);
        long task = project.importTasks(List.of(Map.of("data",
                Stage.task("Name a spice for carrots.", "Cumin.", "Caraway."), "predictions",
                List.of(Map.of("model_version", "m-1", "score", 0.25, "result", Judgement.of("left").get("result"))))))
                .get(0);
        for (String selected : List.of("left", "tie")) {
            String first = selected.equals("tie") ? "Tom" : "Mara";
            OwnerStates.member(stage, project, first, "Lind")
                    .api()
                    .post("/api/tasks/" + task + "/annotations", Judgement.of(selected))
                    .expect(201);
        }
        OwnerStates.member(stage, project, "Ana", "Costa")
                .api()
                .post("/api/tasks/" + task + "/annotations",
                        Map.of("result", List.of(), "was_cancelled", true, "skip_reason", "I never cook."))
                .expect(201);
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/tasks/" + task);
        return stage.text("I never cook.");
    }

    private static Project kitchen(Stage stage) {
        return stage.project(Map.of("title", "Kitchen questions", "maximum_annotations", 2),
                List.of(Stage.task("Why does bread dough rest?", "The gluten relaxes.", "The baker needs a break."),
                        Stage.task("Name a spice for carrots.", "Cumin.", "Caraway.")));
    }

    private static Locator tasksOfAView(Stage stage) {
        Project project = kitchen(stage);
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/tasks?order=-data.prompt");
        stage.visitor().button("Save as a view").click();
        stage.page().getByLabel("Name of the view").fill("The last questions first");
        stage.page().keyboard().press("Enter");
        return stage.text("The view “The last questions first” is saved.");
    }

    private static Locator overlapRefused(Stage stage) {
        tasksSelected(stage).waitFor();
        stage.visitor().button("Set annotators per task").click();
        stage.page().getByLabel("Annotators per task", new Page.GetByLabelOptions().setExact(true)).fill("0");
        return stage.text("This is a whole number from 1 to 1,000.");
    }

    private static Locator duplicates(Stage stage) {
        Project project = kitchen(stage);
        project.importTasks(List.of(Stage.task("Name a spice for carrots.", "Caraway.", "Cumin.")));
        return askedForDuplicates(stage, project, "1 task would be deleted.");
    }

    private static Locator noDuplicates(Stage stage) {
        return askedForDuplicates(stage, kitchen(stage), "No task would be deleted.");
    }

    private static Locator askedForDuplicates(Stage stage, Project project, String answer) {
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/tasks");
        stage.page().getByLabel("Select task 1", new Page.GetByLabelOptions().setExact(true)).check();
        stage.visitor().button("Select all").click();
        stage.visitor().button("Remove duplicates").click();
        return stage.text(answer);
    }
}
