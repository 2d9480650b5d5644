package org.prefstream.e2e;

import java.util.List;
import java.util.Map;

import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** States of the way to the tasks, and of a project in which there is nothing to judge. */
final class PageStates {

    private PageStates() {
    }

    static List<State> all() {
        return List.of(new State("log-in", PageStates::logIn), new State("log-in-refused", PageStates::refused),
                new State("projects", PageStates::projects), new State("no-project", PageStates::noProject),
                new State("empty-project", PageStates::empty), new State("loading", PageStates::loading),
                new State("waiting-for-server", PageStates::waiting), new State("all-done", PageStates::allDone),
                new State("project-of-others", PageStates::ofOthers), new State("second-tab", PageStates::secondTab));
    }

    private static Locator logIn(Stage stage) {
        stage.visitor().open("/user/login");
        return stage.visitor().button("Log in");
    }

    private static Locator refused(Stage stage) {
        stage.visitor().open("/user/login");
        stage.page().getByLabel("Email").fill("nobody@example.org");
        stage.page().getByLabel("Password").first().fill("wrong");
        stage.visitor().button("Log in").click();
        return stage.page().locator("[role=alert]").first();
    }

    private static Locator projects(Stage stage) {
        Person person = Person.annotator(stage.system());
        List<Map<String, String>> tasks = List.of(Stage.task("Why does ice float?", "It is cold.", "It is lighter."),
                Stage.task("Name a prime.", "7", "9"));
        Project begun = stage.project(Map.of("title", "Answers to questions of customers", "description",
                "Two answers of one model to what customers asked last week. Prefer what solves their problem."),
                tasks);
        Project warned = stage.project(Map.of("title", "Summaries"),
                Stage.TEXTS + Stage.PAIR + "<Unknown name=\"x\" toName=\"prompt\"/>", tasks);
        Project empty = stage.project(Map.of("title", "مقارنة الإجابات"), List.of());
        for (Project project : List.of(begun, warned, empty)) {
            project.owner().post(project.path("/members"), Map.of("user", person.id()));
        }
        stage.visitor().logIn(person);
        stage.visitor().open("/projects");
        return stage.visitor().heading("Projects");
    }

    private static Locator noProject(Stage stage) {
        stage.visitor().logIn(Person.annotator(stage.system()));
        stage.visitor().open("/projects");
        return stage.visitor().heading("No project yet");
    }

    private static Locator empty(Stage stage) {
        stage.open(stage.project(Map.of(), List.of()));
        return stage.visitor().heading("No tasks yet");
    }

    /** The request for tasks is left without an answer. */
    private static Locator loading(Stage stage) {
        stage.page().route("**/api/projects/*/leases", route -> {
        });
        stage.open(stage.project(Map.of(), List.of()));
        return stage.page().getByLabel("Fetching the next comparison");
    }

    private static Locator waiting(Stage stage) {
        stage.visitor().answer("**/api/projects/*/leases", 503, "{}");
        stage.open(stage.project(Map.of(), List.of()));
        return stage.visitor().heading("Waiting for the server");
    }

    private static Locator allDone(Stage stage) {
        stage.label(List.of(Stage.task("Name a prime.", "7", "9")));
        stage.judge("1");
        return stage.visitor().heading("All done for now");
    }

    private static Locator ofOthers(Stage stage) {
        Project project = stage.project(Map.of(), List.of());
        stage.visitor().logIn(Person.annotator(stage.system()));
        stage.visitor().open("/projects/" + project.id() + "/label");
        return stage.visitor().heading("Nothing to label here");
    }

    /** The other tab is the one that was there before. */
    private static Locator secondTab(Stage stage) {
        stage.label(List.of(Stage.task("Name a prime.", "7", "9")));
        Page other = stage.page().context().newPage();
        other.navigate(stage.page().url());
        other.getByText("Label here instead").click();
        return stage.text("You are labeling this project in another tab");
    }
}
