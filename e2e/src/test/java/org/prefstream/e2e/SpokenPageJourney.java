package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Journey 9, what a screen reader is given: the tree that the browser makes of the page at each step of a judgement. */
@Order(9)
@ExtendWith(SharedSystem.class)
class SpokenPageJourney {

    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float?", "It is light.", "It is light."),
            Stage.task("Name a prime.", "Seven.", "Seven."));

    final RunningSystem system;
    final Chromium.Shared browser;
    Visitor visitor;
    Stage stage;

    SpokenPageJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    @BeforeEach
    void openABrowser() {
        visitor = Visitor.of(system, browser);
        stage = new Stage(system, visitor);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aComparisonIsAPromptAChoiceOfTwoAndVerdicts() {
        stage.label(TASKS);

        assertThat(main()).matchesAriaSnapshot("""
                - main:
                  - region "Prompt":
                    - heading "Prompt" [level=2]
                    - paragraph: Why does ice float?
                  - status: Both answers are the same text.
                  - radiogroup "Which answer is better?":
                    - radio "Answer 1 is better"
                    - paragraph: It is light.
                    - radio "Answer 2 is better"
                    - paragraph: It is light.
                """);
        assertThat(page()).matchesAriaSnapshot("""
                - region "Verdicts":
                  - group "Verdict":
                    - button "Answer 1 is better"
                    - button "Tie"
                    - button "Answer 2 is better"
                  - group "Other verdicts and undo":
                    - button "Both bad"
                    - button "Can’t judge"
                    - button "Skip"
                    - button "Undo" [disabled]
                """);
    }

    @Test
    void aVerdictIsSaidWithTheNumberOfWhatComes() {
        stage.label(TASKS);

        stage.press("1");

        assertThat(page()).matchesAriaSnapshot("- status: \"You said: answer 1 is better. Now at number 2.\"");
        assertThat(main()).matchesAriaSnapshot("""
                - main:
                  - region "Prompt":
                    - paragraph: Name a prime.
                """);
    }

    @Test
    void whatIsMissingIsSaidAndFocused() {
        stage.label(Map.of(), Stage.TEXTS + Stage.PAIR
                + "<Rating name=\"quality\" toName=\"prompt\" required=\"true\" requiredMessage=\"How good is it?\"/>",
                TASKS);

        stage.press("2");

        assertThat(page()).matchesAriaSnapshot("- status: /answer 2 is better.*How good is it/");
        assertThat(main()).matchesAriaSnapshot("""
                - radiogroup "Which answer is better?":
                  - radio "Answer 2 is better" [checked]
                """);
        assertThat(stage.page().locator("stars-field input").first()).isFocused();
    }

    @Test
    void goingBackIsSaidWithWhatWasSaid() {
        stage.label(TASKS);
        stage.judge("1");

        stage.press("Control+z");

        assertThat(page()).matchesAriaSnapshot("- status: Back at the previous comparison. Now at number 1.");
        assertThat(main()).matchesAriaSnapshot("""
                - region "Prompt":
                  - paragraph: Why does ice float?
                - radiogroup "Which answer is better?":
                  - radio "Answer 1 is better" [checked]
                """);
        assertThat(stage.text("You said: answer 1 is better. Choose again to change it.")).isVisible();
        assertThat(visitor.button("Keep it")).isVisible();
    }

    @Test
    void theKeysAreADialogOfTermsAndWhatTheyMean() {
        stage.label(TASKS);

        stage.press("?");

        assertThat(page()).matchesAriaSnapshot("""
                - dialog "Keys":
                  - heading "Keys" [level=2]
                  - button "Close"
                  - term: Answer 1 is better
                  - definition: 1 ←
                  - term: Tie
                  - definition: "0"
                  - checkbox "Letters, digits and “?” work as keys" [checked]
                """);
    }

    private Locator page() {
        return stage.page().locator("body");
    }

    private Locator main() {
        return stage.page().getByRole(AriaRole.MAIN);
    }
}
