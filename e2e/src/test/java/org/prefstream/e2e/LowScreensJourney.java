package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** Journey 24: on a low screen the bar, the prompt and the verdicts take a row each, and all of it can be used by keyboard. */
@Order(24)
@ExtendWith(SharedSystem.class)
class LowScreensJourney {

    private static final List<String> VERDICTS = List.of("Answer 1 is better", "Tie", "Answer 2 is better", "Both bad",
            "Can’t judge", "Skip");
    private static final String END_OF_PROMPT = "Answer in one sentence.";
    private static final String END_OF_ANSWER = "That is all.";
    private static final int ROW_HEIGHT_MAX = 56;

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Keyboard keyboard;

    LowScreensJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        keyboard = new Keyboard(page);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @EnumSource
    void barPromptAndVerdictsTakeARowEachAndNothingScrollsSideways(Screen screen) {
        open(project(screen, 1));

        assertThat(page.locator("header").boundingBox().height).isLessThanOrEqualTo(ROW_HEIGHT_MAX);
        assertThat(page.locator(".prompt").boundingBox().height).isLessThanOrEqualTo(screen.promptHeightMax);
        assertThat(page.locator("verdict-bar").boundingBox().height).isLessThanOrEqualTo(ROW_HEIGHT_MAX);
        assertThat(page.getByText(END_OF_PROMPT)).not().isInViewport();
        assertNothingScrollsSideways();
        visitor.findsAccessible(visitor.button("Show all of the prompt"));
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsReachedByTabAndIsWhollyInSightThere(Screen screen) {
        Project project = project(screen, 1);
        open(project);

        for (String verdict : VERDICTS) {
            keyboard.reach(visitor.button(verdict));
            assertInSight(visitor.button(verdict));
            assertNothingScrollsSideways();
        }
        page.keyboard().press("Enter");
        LabelingPage.awaitSaved(page);

        assertThat(project.exportedAnnotations()).singleElement()
                .satisfies(skipped -> assertThat(skipped.path("was_cancelled").asBoolean()).isTrue());
    }

    @Test
    void verdictsStayInSightOfAPhoneOnItsSideWhileAnAnswerScrolls() {
        open(project(Screen.PHONE_ON_ITS_SIDE, 1));
        assertVerdictsInSight();
        Locator answer = page.locator("scroll-box[label='Text of answer 1'] .box");
        assertThat(answer).hasJSProperty("scrollTop", 0);

        page.keyboard().press("PageDown");
        assertThat(answer).not().hasJSProperty("scrollTop", 0);
        assertVerdictsInSight();

        keyboard.reach(answer);
        page.keyboard().press("End");
        assertThat(page.locator("scroll-box[label='Text of answer 1']").getByText(END_OF_ANSWER)).isInViewport();
        assertVerdictsInSight();
        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource
    void aLongPromptUnfoldsAndFoldsByKeyboard(Screen screen) {
        open(project(screen, 1));
        double folded = page.locator(".prompt").boundingBox().height;

        keyboard.reach(visitor.button("Show all of the prompt"));
        page.keyboard().press("Enter");
        assertThat(visitor.button("Show less of the prompt")).isFocused();
        assertThat(page.locator(".prompt").boundingBox().height).isGreaterThan(screen.height);
        page.getByText(END_OF_PROMPT).scrollIntoViewIfNeeded();
        assertThat(page.getByText(END_OF_PROMPT)).isInViewport();
        assertNothingScrollsSideways();
        visitor.findsAccessible(visitor.button("Show less of the prompt"));

        page.keyboard().press("Enter");
        assertThat(visitor.button("Show all of the prompt")).isFocused();
        assertThat(page.locator(".prompt").boundingBox().height).isEqualTo(folded);
    }

    @ParameterizedTest
    @EnumSource
    void digitsJudgeAndTheNextTaskIsSeenFromItsTop(Screen screen) {
        Project project = project(screen, 3);
        LabelingPage labeling = open(project);

        for (String key : List.of("1", "2")) {
            keyboard.reach(visitor.button("Skip"));
            labeling.press(key);
            assertThat(page.getByText("which is better?")).isInViewport();
            labeling.awaitSaved();
        }

        assertThat(project.exportedRows()).hasSize(2);
        assertThat(project.exportedAnnotations()).hasSize(2);
    }

    private Project project(Screen screen, int tasks) {
        page.setViewportSize(screen.width, screen.height);
        return new Stage(system, visitor).project(Map.of("title", "Low screens"),
                IntStream.range(0, tasks).mapToObj(LowScreensJourney::longTask).toList());
    }

    private LabelingPage open(Project project) {
        visitor.logIn(project.member(system));
        return LabelingPage.at(page, system, project.id()).awaitComparison();
    }

    private static Map<String, String> longTask(int number) {
        String answer = "The heater still does not work, and this is said once more.\n\n".repeat(20) + END_OF_ANSWER;
        return Stage.task(
                Project.promptOf(number) + "\n\n" + "It has been cold for a week.\n\n".repeat(20) + END_OF_PROMPT,
                "First of " + number + ". " + answer, "Second of " + number + ". " + answer);
    }

    private void assertVerdictsInSight() {
        VERDICTS.forEach(verdict -> assertInSight(visitor.button(verdict)));
    }

    private static void assertInSight(Locator whole) {
        assertThat(whole).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    private void assertNothingScrollsSideways() {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    /** A window that is low, and what the prompt takes of it while it is folded. */
    private enum Screen {

        PHONE_ON_ITS_SIDE(844, 390, ROW_HEIGHT_MAX),
        /** What a window of 1280 by 1024 has room for at 400 %. One line of the prompt stands below its name. */
        ENLARGED(320, 256, 80);

        private final int width;
        private final int height;
        private final int promptHeightMax;

        Screen(int width, int height, int promptHeightMax) {
            this.width = width;
            this.height = height;
            this.promptHeightMax = promptHeightMax;
        }
    }
}
