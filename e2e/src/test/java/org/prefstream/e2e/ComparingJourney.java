package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 16, what is compared: how answers differ, what they share, and what of them is out of sight. */
@Order(16)
@ExtendWith(SharedSystem.class)
class ComparingJourney {

    private static final String LINE = "The heater in the living room still does not work, and nobody has come to look at it.\n\n";
    private static final String LONG = LINE.repeat(40);
    private static final String SHARED = "Unplug the heater first, and let it cool down. ".repeat(12) + "\n\n";
    private static final int HUGE = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Stage stage;

    ComparingJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatDiffersIsMarkedAndTheFirstOfItComesIntoSight() {
        stage.label(
                List.of(Stage.task("Write to the landlord.", LONG + "Please call me.", LONG + "Please write to me.")));
        Locator marks = stage.page().locator("mark");
        assertThat(marks).hasCount(0);

        stage.press("d");

        assertThat(stage.text("What only one answer has is marked.")).isVisible();
        assertThat(marks.first()).hasText(Pattern.compile("^(call|write)"));
        assertThat(marks.first()).isInViewport();
        stage.press("d");
        assertThat(marks).hasCount(0);
    }

    @Test
    void answersScrollTogetherEachByItsOwnLength() {
        stage.label(List.of(Stage.task("Write to the landlord.", LONG, "No. " + LONG + LONG)));
        assertThat(stage.named(AriaRole.GROUP, "Text of answer 1")).isVisible();
        assertThat(stage.named(AriaRole.GROUP, "Text of answer 2")).isVisible();
        stage.press("y");

        stage.press("PageDown");

        awaitSameShare();
        stage.page().setViewportSize(1_100, 600);
        awaitSameShare();
    }

    private void awaitSameShare() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(share("Text of answer 1")).isGreaterThan(0.05);
            assertThat(share("Text of answer 1")).isCloseTo(share("Text of answer 2"), within(0.01));
        });
    }

    @Test
    void aBeginningThatBothHaveIsFoldedAndOpensInBoth() {
        stage.label(List.of(Stage.task("It does not light.", SHARED + "Then it lights.", SHARED + "Call somebody.")));
        Locator folds = stage.page()
                .getByRole(AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^The same beginning in both answers")));
        assertThat(folds).hasCount(2);
        assertThat(stage.text("Unplug the heater first")).isHidden();

        folds.first().click();

        assertThat(stage.page().getByText("Unplug the heater first")).hasCount(2);
        assertThat(folds.nth(1)).hasAttribute("aria-expanded", "true");
        assertThat(stage.text("It does not light.")).isVisible();
    }

    @Test
    void answersThatAreTheSameOrEmptyAreToldAndALongOneAfterThemScrolls() {
        stage.label(List.of(Stage.task("Say it.", "The same.", "The same."), Stage.task("Say nothing.", "", "Nothing."),
                Stage.task("Say more.", LONG, "No.")));

        assertThat(stage.text("Both answers are the same text.")).isVisible();
        stage.press("0");
        assertThat(stage.text("This answer is empty.")).isVisible();
        stage.press("2");
        assertThat(stage.text("Say more.")).isVisible();
        assertThat(longAnswer()).isVisible();
        stage.press("PageDown");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(share(longName())).isGreaterThan(0));
    }

    @Test
    void theEndOfAnAnswerOfTwoHundredThousandCharactersIsReached() {
        String huge = LINE.repeat(HUGE / LINE.length());
        stage.label(List.of(Stage.task("Write a lot.", huge + "This is the end.", "No.")));
        Locator seen = stage.page().getByText("end seen");
        assertThat(seen).hasCount(1);

        longAnswer().focus();
        await().atMost(PATIENCE).untilAsserted(() -> {
            stage.press("End");
            assertThat(seen.count()).isEqualTo(2);
        });

        assertThat(stage.text("This is the end.")).isInViewport();
    }

    /** The answer that does not fit; the places of answers are balanced. */
    private Locator longAnswer() {
        return stage.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^Text of answer \\d")));
    }

    private String longName() {
        return longAnswer().getAttribute("aria-label");
    }

    /** {@return which part of all that can be scrolled lies above} */
    private double share(String name) {
        return ((Number) stage.named(AriaRole.GROUP, name)
                .evaluate("box => box.scrollTop / (box.scrollHeight - box.clientHeight)")).doubleValue();
    }
}
