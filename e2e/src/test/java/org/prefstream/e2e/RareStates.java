package org.prefstream.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/** States that a person meets once, or seldom: practice, a journey without a network, a break, and what came between. */
final class RareStates {

    private static final int ALONG = 6;
    private static final int QUICK = 25;
    private static final int SLOW = 8;
    private static final String LONG = IntStream.rangeClosed(1, 12)
            .mapToObj(
                    "%d. The hydrogen bonds of water hold its molecules further apart in ice than in the liquid."::formatted)
            .reduce("", (all, line) -> all + "\n\n" + line);

    private RareStates() {
    }

    static List<State> all() {
        return List.of(new State("practice-offered", RareStates::offered),
                new State("practice-lesson", RareStates::lesson), new State("practice-ended", RareStates::practised),
                new State("train-filling", RareStates::filling), new State("train-ready", RareStates::ready),
                new State("train-offline", RareStates::away), new State("train-saved", RareStates::returned),
                new State("train-over", RareStates::over), new State("lease-ended", RareStates::wasAway),
                new State("pace-halved", RareStates::slow), new State("break", RareStates::resting),
                new State("other-person", RareStates::otherPerson),
                new State("guidelines-changed", RareStates::guidelinesChanged),
                new State("judged-again-answered", RareStates::sameAgain),
                new State("judgements-summed-up", RareStates::summedUp),
                new State("part-missing", RareStates::partMissing), new State("saved-empty", RareStates::savedEmpty),
                new State("long-answers", RareStates::longAnswers));
    }

    private static Locator offered(Stage stage) {
        stage.visitor().logIn(stage.project(Map.of(), List.of(Project.comparison(1))).member(stage.system()));
        stage.visitor().open("/");
        return stage.text("Practise");
    }

    private static Locator lesson(Stage stage) {
        stage.visitor().logIn(Person.annotator(stage.system()));
        stage.visitor().open("/practice");
        Stage.await(stage.text("Only one answer does what was asked."));
        LabelingPage.awaitKeys(stage.page());
        stage.press("1");
        return stage.text("You preferred answer 1.");
    }

    private static Locator practised(Stage stage) {
        lesson(stage);
        for (String key : List.of("0", "b", "c", "1", "Control+z", "2", "2")) {
            stage.press(key);
        }
        return stage.visitor().heading("You know all of it.");
    }

    /** The requests for more tasks than the page holds anyway are left without an answer. */
    private static Locator filling(Stage stage) {
        stage.label(tasks(ALONG));
        stage.page().route("**/api/projects/*/leases", route -> {
        });
        switchTrainMode(stage);
        return stage.page().getByText("Train mode: ");
    }

    private static Locator ready(Stage stage) {
        stage.label(tasks(ALONG));
        switchTrainMode(stage);
        return stage.page().getByText("Ready to go offline: ");
    }

    private static Locator away(Stage stage) {
        Stage.await(ready(stage));
        stage.page().context().setOffline(true);
        Stage.await(stage.page().getByText("Offline: 6 left"));
        LabelingPage.awaitKeys(stage.page());
        stage.press("1");
        return stage.page().getByText("Offline: 5 left");
    }

    private static Locator returned(Stage stage) {
        Stage.await(away(stage));
        stage.page().context().setOffline(false);
        return stage.page().getByText("1 judgement saved");
    }

    /** A day later, still without a network. */
    private static Locator over(Stage stage) {
        stage.page().clock().install();
        Stage.await(away(stage));
        stage.page().clock().fastForward("24:00:00");
        return stage.page().getByText("Their time is over since");
    }

    /** The page hears that its lease has ended as soon as somebody looks at it again. */
    private static Locator wasAway(Stage stage) {
        stage.label(tasks(3));
        stage.page()
                .route("**/api/leases/*/heartbeat",
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(409)
                                .setContentType("application/json")
                                .setBody("{\"status_code\": 409, \"detail\": \"This lease has ended.\"}")));
        stage.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        return stage
                .text("You were away for a while. Your verdict still counts unless somebody else has taken this task.");
    }

    private static Locator slow(Stage stage) {
        stage.page().clock().install();
        stage.label(tasks(QUICK + SLOW + 3));
        Locator question = stage.page().getByText("Your pace has halved. Take a break?");
        for (int judged = 0; judged < QUICK + SLOW && !question.isVisible(); judged++) {
            stage.page().clock().runFor(judged < QUICK ? 1_000 : 20_000);
            stage.judge("1");
        }
        return question;
    }

    private static Locator resting(Stage stage) {
        Stage.await(slow(stage));
        stage.press("Control+.");
        return stage.visitor().heading("Take your time");
    }

    private static Locator otherPerson(Stage stage) {
        Project project = stage.label(tasks(2));
        Person other = project.member(stage.system());
        Visitor.logIn(stage.page(), stage.system().connection().url(), other.email(), other.password());
        stage.press("1");
        return stage.visitor().heading("Somebody else logged in in this browser");
    }

    private static Locator guidelinesChanged(Stage stage) {
        Project project = stage.label(Map.of("expert_instruction", "Prefer what is true."), Stage.TEXTS + Stage.PAIR,
                tasks(2));
        stage.press("g");
        Stage.await(stage.visitor().heading("Guidelines"));
        stage.press("Escape");
        project.owner()
                .patch(project.path("/"), Map.of("expert_instruction", "Prefer what is true, then what is short."))
                .expect(200);
        stage.page().reload();
        stage.awaitTask();
        return stage.visitor().button("Guidelines changed: read");
    }

    private static Locator sameAgain(Stage stage) {
        Stage.await(MomentStates.judgedAgain(stage));
        LabelingPage.awaitKeys(stage.page());
        stage.press("1");
        return stage.page()
                .getByText("The same as before.")
                .or(stage.page().getByText("Before, you preferred"))
                .first();
    }

    private static Locator summedUp(Stage stage) {
        stage.label(tasks(13));
        stage.judge("s");
        for (int judged = 0; judged < 11; judged++) {
            stage.judge(judged % 3 == 0 ? "2" : "1");
        }
        stage.press("j");
        Stage.await(stage.page().getByText("stood on the left"));
        return stage.page().getByRole(AriaRole.LISTITEM).first();
    }

    private static Locator partMissing(Stage stage) {
        stage.page().route("**/assets/field-parts-*", Route::abort);
        stage.open(stage.project(Map.of(),
                Stage.TEXTS + Stage.PAIR + "<Rating name=\"quality\" toName=\"prompt\" title=\"Quality\"/>", tasks(2)));
        return stage.visitor().heading("A part of this page did not load");
    }

    private static Locator savedEmpty(Stage stage) {
        stage.label(Map.of(),
                Stage.TEXTS + Stage.PAIR + "<Rating name=\"quality\" toName=\"prompt\" title=\"Quality\"/>", tasks(2));
        stage.press("Control+Enter");
        return stage.text("Nothing is answered. Press again to save it empty.");
    }

    /** On a phone the heads lead from one answer to the other. */
    private static Locator longAnswers(Stage stage) {
        stage.label(List.of(Stage.task("Why does ice float on water?", LONG, "It is lighter. Here is why:" + LONG)));
        return stage.page().locator("answer-card").first();
    }

    private static List<Map<String, String>> tasks(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Stage.task("Name a prime that is larger than " + number + ".", "97", "91"))
                .toList();
    }

    private static void switchTrainMode(Stage stage) {
        Page page = stage.page();
        stage.visitor().button("View").click();
        stage.visitor().button("Train mode").click();
        page.keyboard().press("Escape");
    }
}
