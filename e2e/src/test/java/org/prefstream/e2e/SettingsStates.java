package org.prefstream.e2e;

import java.util.List;
import java.util.Map;

import org.prefstream.e2e.support.Project;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** States of a project's settings, with its guidelines and its labeling configuration. */
final class SettingsStates {

    private static final String FORMER = """
            Choose the answer that a **beginner** could cook by.

            1. Amounts and times are said.
            2. Nothing dangerous is left out.
            """;

    private SettingsStates() {
    }

    static List<State> all() {
        return List.of(new State("settings", SettingsStates::settings),
                new State("settings-unsaved", SettingsStates::settingsUnsaved),
                new State("settings-models", SettingsStates::settingsModels),
                new State("settings-refused", SettingsStates::settingsRefused),
                new State("guidelines-versions", SettingsStates::versions),
                new State("guidelines-compared", SettingsStates::compared),
                new State("configuration", SettingsStates::configuration),
                new State("configuration-refused", SettingsStates::configurationRefused),
                new State("configuration-completion", SettingsStates::completion),
                new State("configuration-task", SettingsStates::taskByNumber),
                new State("configuration-no-task", SettingsStates::noSuchTask),
                new State("deletion-refused", SettingsStates::deletionRefused));
    }

    private static Locator settings(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions", "ask_strength", true, "expert_instruction",
                "Choose the answer that a beginner could cook by."), List.of());
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/settings");
        return stage.text("Delete the project");
    }

    private static Locator settingsUnsaved(Stage stage) {
        settings(stage).waitFor();
        stage.page().getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("K");
        return stage.text("1 change is not saved yet.");
    }

    private static Locator settingsModels(Stage stage) {
        settings(stage).waitFor();
        stage.page().locator("generation-section").first().scrollIntoViewIfNeeded();
        return stage.visitor().button("Test").first();
    }

    /** The server's word on a value that no other check refuses. */
    private static Locator settingsRefused(Stage stage) {
        settings(stage).waitFor();
        stage.visitor()
                .answer("**/api/projects/*", 400,
                        """
                                {"detail": "Validation error", "validation_errors": {"description": ["The description is too long."]}}""");
        stage.page().getByLabel("Description").fill("All that anybody may ask in a kitchen.");
        stage.page().keyboard().press("Control+s");
        return stage.text("The description is too long.");
    }

    /** Guidelines with a version before them. */
    private static Locator versions(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions", "expert_instruction", FORMER), List.of());
        project.owner()
                .patch(project.path("/"),
                        Map.of("expert_instruction",
                                FORMER.replace("beginner", "child of twelve")
                                        + "3. The shorter one is better, where both are right.\n"))
                .expect(200);
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/settings");
        stage.text("Versions (2)").click();
        stage.text("Versions (2)").scrollIntoViewIfNeeded();
        named(stage, "Version 2").click();
        return stage.page().locator("guidelines-versions li prose-text");
    }

    private static Locator compared(Stage stage) {
        versions(stage).waitFor();
        named(stage, "Compare with version 1").click();
        Locator marks = stage.page().locator("guidelines-versions diff-text mark").last();
        marks.scrollIntoViewIfNeeded();
        return marks;
    }

    private static Locator configuration(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"),
                Stage.TEXTS + Stage.PAIR + "<TextArea name=\"why\" toName=\"prompt\"/>",
                List.of(Stage.task("Why does bread dough rest?", "The gluten relaxes.", "The baker needs a break."),
                        Stage.task("Name a spice for carrots.", "Cumin.", "Caraway.")));
        OwnerStates.asOwner(stage).open("/projects/" + project.id() + "/settings");
        Locator preview = stage.page().locator("config-section task-view").first();
        Stage.await(preview);
        Locator heading = stage.visitor().heading("Labeling configuration");
        heading.evaluate("element => element.scrollIntoView()");
        return heading;
    }

    private static Locator configurationRefused(Stage stage) {
        configuration(stage).waitFor();
        write(stage,
                "<View>\n  <Text name=\"prompt\" value=\"$prompt\"/>\n  <Pairwise name=\"comparison\" toName=\"prompt\"/>\n</View>");
        return named(stage, "Go to line 3");
    }

    private static Locator completion(Stage stage) {
        configuration(stage).waitFor();
        write(stage, "<View>\n  ");
        stage.page().keyboard().type("<Te");
        return stage.page().locator(".cm-tooltip-autocomplete");
    }

    private static Locator taskByNumber(Stage stage) {
        configuration(stage).waitFor();
        ask(stage, "2");
        Locator shown = stage.page().locator("config-section tasks-preview").getByText("Cumin.").first();
        stage.page().locator("shown-tasks").evaluate("element => element.scrollIntoView()");
        return shown;
    }

    private static Locator noSuchTask(Stage stage) {
        configuration(stage).waitFor();
        ask(stage, "99");
        stage.page().locator("shown-tasks").evaluate("element => element.scrollIntoView()");
        return stage.text("There is none.");
    }

    private static Locator deletionRefused(Stage stage) {
        settings(stage).waitFor();
        stage.visitor().answer("**/api/projects/*", 503, "{\"detail\": \"The project cannot be deleted now.\"}");
        stage.page().getByLabel("To delete it, type its title: Kitchen questions").fill("Kitchen questions");
        stage.page().keyboard().press("Enter");
        return stage.text("The project cannot be deleted now.");
    }

    private static void write(Stage stage, String text) {
        stage.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Labeling configuration")).click();
        stage.page().keyboard().press("Control+a");
        stage.page().keyboard().insertText(text);
    }

    private static void ask(Stage stage, String number) {
        stage.page().getByLabel("Task number").fill(number);
        stage.page().keyboard().press("Enter");
    }

    private static Locator named(Stage stage, String name) {
        return stage.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
