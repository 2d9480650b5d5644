package org.prefstream.e2e;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 9, the labeling page: every state of it can be used by people who do not see it, or use no mouse. */
@Order(9)
@ExtendWith(SharedSystem.class)
class LabelingAccessibilityJourney {

    final RunningSystem system;
    final Chromium.Shared browser;
    final Project project;
    Visitor visitor;

    LabelingAccessibilityJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system,
                Map.of("title", "Accessible " + UUID.randomUUID(), "label_config", Project.CONFIGURATION,
                        "maximum_annotations", 1, "expert_instruction", "Prefer what is *true*.\n\n```\ncode\n```"));
    }

    @BeforeEach
    void openABrowser() {
        visitor = Visitor.of(system, browser);
        visitor.logIn(project.member(system));
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aComparison() {
        project.importComparisons(2);
        openLabeling();
        visitor.findsAccessible(visitor.heading("Prompt"));

        visitor.page().keyboard().press("1");
        visitor.page().keyboard().press("Control+z");
        visitor.findsAccessible(visitor.button("Keep it"));
    }

    @Test
    void aComparisonOnAPhone() {
        project.importComparisons(1);
        visitor.page().setViewportSize(390, 844);
        openLabeling();
        visitor.findsAccessible(visitor.heading("Prompt"));
    }

    @Test
    void textsThatScroll() {
        String text = "A line of text with `code` in it.\n\n```\ncode\n```\n\n".repeat(60);
        project.importTasks(List.of(Map.of("prompt", text, "answer1", text, "answer2", text)));
        openLabeling();
        visitor.findsAccessible(
                visitor.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Text of answer 1")));
    }

    @Test
    void anAnswerThatIsEmpty() {
        project.importTasks(List.of(Map.of("prompt", "Say nothing.", "answer1", "", "answer2", "Nothing.")));
        openLabeling();
        visitor.findsAccessible(visitor.page().getByText("This answer is empty."));
    }

    @Test
    void theKeysDialog() {
        project.importComparisons(1);
        openLabeling();
        visitor.button("Keys").click();
        visitor.findsAccessible(visitor.heading("Keys"));
    }

    @Test
    void theGuidelinesDialog() {
        project.importComparisons(1);
        openLabeling();
        visitor.button("Guidelines").click();
        visitor.findsAccessible(visitor.heading("Guidelines"));
    }

    @Test
    void aProjectWithoutTasks() {
        openLabeling();
        visitor.findsAccessible(visitor.heading("No tasks yet"));
    }

    @Test
    void nothingLeftToCompare() {
        project.importComparisons(1);
        openLabeling();
        visitor.button("Tie").click();
        visitor.findsAccessible(visitor.heading("All done for now"));
    }

    @Test
    void aProjectOfOthers() {
        visitor.open("/projects/" + Project.create(system, "Of others", 1).id() + "/label");
        visitor.findsAccessible(visitor.heading("Nothing to label here"));
    }

    @Test
    void theServerAway() {
        visitor.answer("**/api/projects/*/leases", 503, "{}");
        openLabeling();
        visitor.findsAccessible(visitor.heading("Waiting for the server"));
    }

    @Test
    void anAnswerThatWasRefused() {
        project.importComparisons(1);
        visitor.answer("**/api/leases/*/verdict", 400, "{\"title\": \"Bad request\"}");
        openLabeling();
        visitor.button("Tie").click();
        visitor.findsAccessible(visitor.button("Got it"));
    }

    private void openLabeling() {
        visitor.open("/projects/" + project.id() + "/label");
    }
}
