package org.prefstream.e2e;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.prefstream.e2e.support.Project;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** States that come with what a person does, or with what happens to them. */
final class MomentStates {

    private static final String WITH_REASON = Stage.TEXTS + Stage.PAIR
            + "<TextArea name=\"why\" toName=\"prompt\" title=\"Why\" rows=\"2\"/>";
    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float on water?", "It is cold, so it floats.", TaskStates.PLAIN),
            Stage.task("Name a prime.", "7", "9"), Stage.task("Translate “bread” into French.", "Le pain.", "Brot."),
            Stage.task("Is a tomato a fruit?", "Botanically, yes.", "No."));

    private MomentStates() {
    }

    static List<State> all() {
        return List.of(new State("last-verdict", MomentStates::landed),
                after("skipped", "s", stage -> stage.text("skipped")),
                new State("skip-reason", MomentStates::skipReason),
                new State("judged-again", MomentStates::judgedAgain),
                after("previous-verdict", "1", MomentStates::undo), after("my-judgements", "1", MomentStates::listed),
                after("nothing-found", "1", MomentStates::nothingFound), after("judgement", "1", MomentStates::opened),
                new State("judgement-read-only", MomentStates::readOnly),
                new State("nothing-judged", stage -> pressed(stage, "j", "Nothing judged yet")),
                new State("keys", stage -> pressed(stage, "?", "Keys")),
                new State("keys-of-strength", MomentStates::strengthKeys),
                new State("guidelines", MomentStates::guidelines), new State("draft-restored", MomentStates::draft),
                new State("unseen-end", MomentStates::unseen), new State("offline", MomentStates::offline),
                new State("session-ended", MomentStates::sessionEnded),
                new State("refused-verdict", MomentStates::refused));
    }

    private static State after(String name, String key, Function<Stage, Locator> then) {
        return new State(name, stage -> {
            stage.label(TASKS);
            stage.judge(key);
            return then.apply(stage);
        });
    }

    /** The page tells how soon a row has come only if it was listening before. */
    private static Locator landed(Stage stage) {
        stage.page().waitForResponse(response -> response.url().contains("/stream"), () -> stage.label(TASKS));
        stage.judge("1");
        return stage.text("on the topic");
    }

    private static Locator skipReason(Stage stage) {
        stage.label(Map.of("ask_skip_reason", true), Stage.TEXTS + Stage.PAIR, TASKS);
        stage.press("s");
        return stage.visitor().heading("Why do you skip this task?");
    }

    /** A pair comes back after ten others. */
    static Locator judgedAgain(Stage stage) {
        List<Map<String, String>> tasks = Collections.nCopies(12, TASKS.get(0));
        stage.label(Map.of("check_consistency", true), Stage.TEXTS + Stage.PAIR, tasks);
        for (int judged = 0; judged < 11; judged++) {
            LabelingPage.awaitKeys(stage.page());
            stage.judge("1");
        }
        return stage.text("You judged this pair before.");
    }

    private static Locator undo(Stage stage) {
        stage.press("Control+z");
        return stage.text("You said: answer 1 is better");
    }

    private static Locator listed(Stage stage) {
        stage.judge("0");
        stage.judge("2");
        stage.press("j");
        return stage.page().getByRole(AriaRole.LISTITEM).nth(2);
    }

    private static Locator nothingFound(Stage stage) {
        stage.press("j");
        stage.page().getByRole(AriaRole.SEARCHBOX).fill("zebra");
        return stage.visitor().heading("Nothing found");
    }

    private static Locator opened(Stage stage) {
        stage.press("j");
        stage.page().getByRole(AriaRole.LISTITEM).first().getByRole(AriaRole.LINK).click();
        return stage.text("Choose again to change it");
    }

    private static Locator readOnly(Stage stage) {
        stage.label(Map.of("allow_changes", false), Stage.TEXTS + Stage.PAIR, TASKS);
        stage.judge("1");
        stage.press("j");
        stage.page().getByRole(AriaRole.LISTITEM).first().getByRole(AriaRole.LINK).click();
        return stage.text("takes no changes");
    }

    private static Locator pressed(Stage stage, String key, String heading) {
        stage.label(TASKS);
        stage.press(key);
        return stage.visitor().heading(heading);
    }

    private static Locator strengthKeys(Stage stage) {
        stage.label(Map.of("ask_strength", true), WITH_REASON
                + """
                        <Choices name="problems" toName="prompt" choice="multiple"><Choice value="Factually wrong" hotkey="x"/></Choices>""",
                TASKS);
        stage.press("?");
        return stage.visitor().heading("Keys");
    }

    private static Locator guidelines(Stage stage) {
        stage.label(Map.of("expert_instruction", """
                Prefer what is **true**, then what is *short*.

                1. Wrong facts outweigh everything else.
                2. `Tie` is for answers that are equally good.

                | verdict | when |
                |---|---|
                | Both bad | neither would help |
                | Can’t judge | you do not know the subject |
                """), Stage.TEXTS + Stage.PAIR, TASKS);
        stage.press("g");
        return stage.visitor().heading("Guidelines");
    }

    private static Locator draft(Stage stage) {
        stage.label(Map.of(), WITH_REASON, TASKS.subList(0, 1));
        Page page = stage.page();
        page.waitForResponse(response -> response.url().endsWith("/draft"),
                () -> page.getByLabel("Why").fill("The second one says why, and the first"));
        page.reload();
        stage.awaitTask();
        return stage.text("Restored what you had begun.");
    }

    private static Locator unseen(Stage stage) {
        String text = "A paragraph that goes on for a while, so that its end is not seen at once.\n\n".repeat(60);
        stage.label(List.of(Stage.task("Write at length.", text, "No."), TASKS.get(0), TASKS.get(1)));
        stage.press("1");
        return stage.text("Look again");
    }

    private static Locator offline(Stage stage) {
        stage.label(TASKS);
        stage.page().context().setOffline(true);
        stage.press("1");
        return stage.text("1 not yet saved");
    }

    private static Locator sessionEnded(Stage stage) {
        stage.label(TASKS);
        stage.page().context().clearCookies();
        stage.press("1");
        return stage.page().getByLabel("Password").first();
    }

    private static Locator refused(Stage stage) {
        Project project = stage.project(Map.of(), TASKS);
        stage.visitor()
                .answer("**/api/leases/*/verdict", 400,
                        "{\"detail\": \"The labeling configuration has changed since the task was shown.\"}");
        stage.open(project);
        stage.awaitTask();
        stage.press("2");
        return stage.visitor().button("Got it");
    }
}
