package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Accessibility;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;

/** Journey 53, other devices: a phone under a finger, a very wide window, colours of the system's own, and another locale. */
@Order(53)
@ExtendWith(SharedSystem.class)
class DevicesJourney {

    private static final String PROMPT = "Why does ice float?";
    private static final String LONG = IntStream.range(0, 120)
            .mapToObj(line -> "Ice is lighter than water, for reason " + line + ".")
            .collect(Collectors.joining("\n\n"));

    private final RunningSystem system;
    private final Chromium.Shared browser;
    private @Nullable Stage opened;

    DevicesJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aFingerReadsByTheTextAndJudgesByTheHeadAndTheBar() {
        Stage phone = phone();
        Project project = phone.label(List.of(Stage.task(PROMPT, "It is lighter.", "It has air in it."),
                Stage.task("Why is the sky blue?", "It scatters.", "It reflects.")));

        text(phone, 1).tap();
        String second = text(phone, 2).locator("p").innerText();
        phone.named(AriaRole.RADIO, "Answer 2 is better").tap();
        LabelingPage.awaitSaved(phone.page());
        phone.awaitTask();
        phone.visitor().button("Tie").tap();
        LabelingPage.awaitSaved(phone.page());

        assertThat(project.exportedAnnotations()).hasSize(2);
        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(row -> assertThat(row.path("chosen").asText()).isEqualTo(second));
    }

    @Test
    void onAPhoneTheHeadOfALongAnswerAndTheVerdictsStayInSightAndNothingScrollsSideways() {
        Stage phone = phone();
        phone.label(List.of(Stage.task(PROMPT, LONG, LONG.replace("lighter", "denser"))));
        Locator verdict = phone.visitor().button("Answer 1 is better");
        assertThat(verdict).isInViewport();

        text(phone, 1).getByText("for reason 60.").scrollIntoViewIfNeeded();

        assertThat(phone.named(AriaRole.RADIO, "Answer 1 is better")).isInViewport();
        assertThat(verdict).isInViewport();
        assertNothingScrollsSideways(phone);
        phone.visitor().findsAccessible(verdict);
    }

    @Test
    void onAPhoneATapLeadsToTheOtherAnswerAndBackToWhereItWasLeftAndJudgesNothing() {
        Stage phone = phone();
        Project project = phone.label(List.of(Stage.task(PROMPT, LONG, LONG.replace("lighter", "denser")),
                Stage.task("Name a prime.", "7", "9")));
        Locator line = text(phone, 1).getByText("for reason 60.");
        line.scrollIntoViewIfNeeded();

        phone.visitor().button("Go to answer 2").tap();
        assertThat(text(phone, 2).getByText("for reason 0.")).isInViewport();
        assertThat(line).not().isInViewport();
        phone.visitor().button("Go to answer 1").tap();
        assertThat(line).isInViewport();
        assertThat(text(phone, 2).getByText("for reason 0.")).not().isInViewport();
        assertThat(project.exportedAnnotations()).isEmpty();

        phone.named(AriaRole.RADIO, "Answer 1 is better").tap();
        phone.awaitTask();
        assertThat(phone.page().getByText("Name a prime.")).isInViewport();
        assertThat(phone.visitor().button("Go to answer 2")).hasCount(0);
    }

    @Test
    void aVeryWideWindowAndColoursOfTheSystemShowTheSame() {
        Stage desk = at(new Browser.NewContextOptions().setViewportSize(2560, 1440));
        desk.label(List.of(Stage.task(PROMPT, "It is lighter.", LONG)));
        assertNothingScrollsSideways(desk);
        desk.visitor().findsAccessible(desk.visitor().button("Tie"));

        desk.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(desk.visitor().button("Tie")).isVisible();
        assertThat(Accessibility.violations(desk.page())).isEmpty();
        desk.judge("1");
    }

    @Test
    void numbersAreWrittenAsTheReaderWritesThem() {
        String words = "word ".repeat(1_312);
        Stage german = at(new Browser.NewContextOptions().setViewportSize(1440, 900)
                .setLocale("de-DE")
                .setTimezoneId("Europe/Berlin"));
        german.label(List.of(Stage.task(PROMPT, "It is lighter.", words)));

        assertThat(german.page().getByText("1.312 words")).isVisible();
    }

    private Stage phone() {
        return at(new Browser.NewContextOptions().setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    private Stage at(Browser.NewContextOptions device) {
        opened = new Stage(system, Visitor.of(system, browser.visit(device)));
        return Objects.requireNonNull(opened);
    }

    private static Locator text(Stage stage, int answer) {
        return stage.page().locator("scroll-box[label='Text of answer " + answer + "']");
    }

    private static void assertNothingScrollsSideways(Stage stage) {
        assertThat(stage.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }
}
