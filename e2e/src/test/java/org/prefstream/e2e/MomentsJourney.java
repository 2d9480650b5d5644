package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;

/** Journey 22, moments: what the page notices while somebody judges, says once, and leaves to them. */
@Order(22)
@ExtendWith(SharedSystem.class)
class MomentsJourney {

    private static final String LONG = "A paragraph that goes on for a while, so that its end is not seen at once.\n\n"
            .repeat(60);
    private static final int QUICK = 25;
    private static final int SLOW_MAX = 8;

    final Stage stage;

    MomentsJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anEndThatWasNotSeenIsAskedAboutOnceAndNeverAgain() {
        stage.label(List.of(Stage.task("Write at length.", LONG, "No."), Stage.task("Go on.", LONG, "No."),
                Stage.task("Name a prime.", "7", "9")));
        Locator lookAgain = stage.visitor().button("Look again");

        stage.judge("0");
        assertThat(stage.page().getByText(Pattern.compile("before the end of answer [12] was seen. Keep it?")))
                .isVisible();
        lookAgain.click();
        assertThat(stage.text("Write at length.")).isVisible();
        stage.press("Escape");
        assertThat(stage.text("Go on.")).isVisible();
        stage.page().reload();
        stage.awaitTask();
        assertThat(stage.text("Go on.")).isVisible();
        stage.judge("0");

        assertThat(stage.text("Name a prime.")).isVisible();
        assertThat(lookAgain).hasCount(0);
    }

    @Test
    void whatWasSkippedIsCountedApartAndTenPreferencesShowTheirSides() {
        stage.label(IntStream.range(0, 13).mapToObj(Project::comparison).toList());

        stage.judge("s");
        for (int i = 0; i < 10; i++) {
            stage.judge("1");
        }
        assertThat(stage.page().getByText("10 by you · 1 skipped")).isVisible();
        stage.press("Control+z");
        assertThat(stage.text("Choose again to change it.")).isVisible();
        stage.judge("2");
        stage.press("j");

        assertThat(stage.text("11 judged · 1 of them skipped · 1 changed")).isVisible();
        assertThat(stage.text("10 rows in the dataset")).isVisible();
        assertThat(stage.page()
                .getByText(Pattern.compile(
                        "Of 10 answers that you preferred, 9 stood on the left: 90.?% \\(95% interval: \\d+.?% to \\d+.?%\\)")))
                .isVisible();
    }

    @Test
    void whoBecomesHalfAsFastIsOfferedABreakThatFreesTheirTasks() {
        stage.page().clock().install();
        Project project = stage.label(IntStream.range(0, QUICK + SLOW_MAX + 3).mapToObj(Project::comparison).toList());
        Person other = project.member(stage.system());
        Locator question = stage.page().getByText("Your pace has halved. Take a break?");

        for (int i = 0; i < QUICK; i++) {
            judgeAfter(1);
        }
        assertThat(question).isHidden();
        for (int i = 0; i < SLOW_MAX && !question.isVisible(); i++) {
            judgeAfter(20);
        }
        assertThat(question).isVisible();
        int free = project.claim(other).size();
        stage.press("Control+.");

        assertThat(stage.visitor().heading("Take your time")).isVisible();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(project.claim(other)).hasSizeGreaterThan(free));
        stage.visitor().button("Go on").click();
        assertThat(stage.visitor().heading("All done for now")).isVisible();
    }

    private void judgeAfter(int seconds) {
        stage.page().clock().runFor(seconds * 1000L);
        stage.judge("1");
    }
}
