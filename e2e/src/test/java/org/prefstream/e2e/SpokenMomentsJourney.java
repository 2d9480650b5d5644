package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 54, what a screen reader is given besides a judgement of a pair: orders, several pairs, and what comes between. */
@Order(54)
@ExtendWith(SharedSystem.class)
class SpokenMomentsJourney {

    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float?", "It is light.", "It is light."),
            Stage.task("Name a prime.", "Seven.", "Seven."));
    private static final String ITEMS = """
            <Text name="prompt" value="$prompt"/><List name="items" value="$items"/><Ranker name="order" toName="items">%s</Ranker>""";
    private static final List<Map<String, ?>> ORDERS = List
            .of(Map.of("prompt", "Which is best?", "items", List.of("The same.", "The same.", "The same.")));

    private final Stage stage;

    SpokenMomentsJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theEndAndWhatComesAfterItAreSaid() {
        Project project = stage.label(TASKS.subList(0, 1));

        stage.press("1");
        assertThat(page()).matchesAriaSnapshot("""
                - main:
                  - heading "All done for now" [level=2]
                  - button "Look again"
                - status: /All done for now\\.$/
                """);
        project.importTasks(TASKS.subList(1, 2));
        stage.visitor().button("Look again").click();

        assertThat(page()).matchesAriaSnapshot("- status: There is a task again. Now at number 2.");
        assertThat(main()).matchesAriaSnapshot("- paragraph: Name a prime.");
    }

    @Test
    void reasonsOfSkipsAreAListOfButtons() {
        stage.label(Map.of("ask_skip_reason", true), Stage.TEXTS + Stage.PAIR, TASKS);

        stage.press("s");

        assertThat(page()).matchesAriaSnapshot("""
                - dialog "Why do you skip this task?":
                  - heading "Why do you skip this task?" [level=2]
                  - button "Go back"
                  - list:
                    - listitem:
                      - button "I do not know enough about this."
                    - listitem:
                      - button "The prompt or an answer is broken."
                    - listitem:
                      - button "I would rather not judge this content."
                  - textbox "In your own words"
                  - button "Skip"
                """);
    }

    @Test
    void whatIsNotSavedIsAStatusUntilItIs() {
        stage.label(TASKS);
        stage.page().context().setOffline(true);

        stage.press("1");
        assertThat(banner()).matchesAriaSnapshot("- status: 1 not yet saved, trying again");
        assertThat(page()).matchesAriaSnapshot("- status: \"You said: answer 1 is better. Now at number 2.\"");
        stage.page().context().setOffline(false);

        assertThat(banner()).matchesAriaSnapshot("- status: All saved");
        assertThat(page()).matchesAriaSnapshot("""
                - region "Last verdict":
                  - text: /#1 Answer 1 · (saved|on the topic in \\d+ ms)/
                  - 'button "Undo #1, Answer 1"'
                """);
    }

    @Test
    void aSessionThatEndedIsADialogThatSaysWhatIsKept() {
        stage.label(TASKS);
        stage.page().context().clearCookies();

        stage.press("1");

        assertThat(page()).matchesAriaSnapshot(
                """
                        - dialog "Log in again":
                          - heading "Log in again" [level=2]
                          - paragraph: Your session has ended. What you have judged is kept, and is saved once you are logged in.
                          - textbox "Email": /.+@.+/
                          - textbox "Password"
                          - button "Log in"
                        """);
        assertThat(banner()).matchesAriaSnapshot("- status: 1 not yet saved, log in again");
        assertThat(stage.page().getByLabel("Password").first()).isFocused();
    }

    @Test
    void aTabThatIsNotUsedSaysWhyAndWhatCanBeDone() {
        stage.label(TASKS);
        Page other = stage.page().context().newPage();
        other.navigate(stage.page().url());

        other.getByText("Label here instead").click();

        assertThat(page()).matchesAriaSnapshot("""
                - main:
                  - heading "You are labeling this project in another tab" [level=1]
                  - text: Two tabs would show the same comparisons, so only one of them goes on.
                  - button "Label here instead"
                  - link "All projects"
                """);
    }

    @Test
    void placesInAnOrderAreNamedAndSaidAsTheyChange() {
        stage.label(Map.of(), ITEMS.formatted(""), ORDERS);
        assertThat(main()).matchesAriaSnapshot("""
                - region "Questions":
                  - group "Order":
                    - list "Ranked, the best first":
                      - listitem: Nothing is ranked yet. Begin with the best answer.
                    - list "Not ranked yet":
                      - listitem:
                        - group "Answer 1, not ranked yet":
                          - button "Rank next"
                          - paragraph: The same.
                """);

        item("order-item", 1).focus();
        stage.press("Enter");
        assertThat(main()).matchesAriaSnapshot("- status: Answer 2 is now first of one.");
        stage.named(AriaRole.GROUP, "Answer 1, not ranked yet").focus();
        stage.press("Enter");
        assertThat(main()).matchesAriaSnapshot("- status: Answer 1 is now second of two.");
        stage.press("=");

        assertThat(main()).matchesAriaSnapshot("""
                - list "Ranked, the best first":
                  - listitem:
                    - group /Answer 2, place 1 of .*/
                """);
        assertThat(main()).matchesAriaSnapshot("- status: /Answer 1 is now .*/");
    }

    @Test
    void boxesAndHowManyAreInThemAreNamed() {
        stage.label(Map.of(), ITEMS.formatted("""
                <Bucket name="good" title="Helps"/><Bucket name="bad" title="Does not help"/>"""), ORDERS);

        item("bucket-item", 1).focus();
        stage.press("1");

        assertThat(main()).matchesAriaSnapshot("""
                - group "Order":
                  - list "Not sorted yet 2"
                  - list "1 Helps 1":
                    - listitem:
                      - group "Answer 2, 1 of 1 in “Helps”":
                        - button "Put into “Helps”" [pressed]
                        - button "Put into “Does not help”"
                        - button "Take out again"
                  - list "2 Does not help 0":
                    - listitem: Nothing is here.
                """);
        assertThat(main()).matchesAriaSnapshot("- status: Answer 2 is now first of one in “Helps”.");
    }

    @Test
    void ofSeveralPairsTheOneIsNamedThatTheKeysAreFor() {
        stage.label(Map.of(), Stage.TEXTS + """
                <Pairwise name="helpful" toName="answer1,answer2" title="Which is more helpful?"/>
                <Pairwise name="harmless" toName="answer1,answer2" title="Which is more harmless?"/>""", TASKS);

        stage.press("1");

        assertThat(main()).matchesAriaSnapshot("- heading /The keys are for “Which is more harmless\\?”\\./ [level=3]");
        assertThat(page()).matchesAriaSnapshot(
                "- status: \"You said: answer 1 is better. “Which is more harmless?” still needs an answer.\"");
    }

    @Test
    void aVerdictThatWasRefusedIsAnAlertWithWhatWasSaid() {
        Project project = stage.project(Map.of(), TASKS);
        stage.visitor().answer("**/api/leases/*/verdict", 400, "{\"title\": \"The lease is somebody else's.\"}");
        stage.open(project);
        stage.awaitTask();

        stage.press("2");

        assertThat(page()).matchesAriaSnapshot(
                """
                        - alert:
                          - list:
                            - listitem: "Your verdict on #1 was not counted. The lease is somebody else's. You said “answer 2 is better” about “Why does ice float?”."
                          - button "Got it"
                        """);
    }

    private Locator item(String element, int at) {
        return stage.page().locator(element).nth(at).getByRole(AriaRole.GROUP);
    }

    private Locator page() {
        return stage.page().locator("body");
    }

    private Locator banner() {
        return stage.page().getByRole(AriaRole.BANNER);
    }

    private Locator main() {
        return stage.page().getByRole(AriaRole.MAIN);
    }
}
