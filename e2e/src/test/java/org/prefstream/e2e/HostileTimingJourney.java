package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.LabelingPage.Side;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 15: keys that are held, clicks that come twice, tabs, networks and sessions that end at the wrong time. */
@Order(15)
@ExtendWith(SharedSystem.class)
class HostileTimingJourney {

    static final int TASKS = 12;

    private static final String KEPT_IN_THE_BROWSER = """
            (count) => new Promise((resolve, reject) => {
              const opened = indexedDB.open('prefstream');
              opened.onerror = () => reject(opened.error);
              opened.onsuccess = () => {
                const kept = opened.result.transaction('outboxes').objectStore('outboxes').getAll();
                kept.onsuccess = () => {
                  opened.result.close();
                  resolve(kept.result.flatMap(({unsent}) => unsent).length === count);
                };
              };
            })""";

    final RunningSystem system;
    final String title = "At the wrong time " + UUID.randomUUID().toString().substring(0, 8);
    final Project project;
    final Person annotator;
    final Chromium.Shared browser;
    Chromium chromium;
    Page page;
    LabelingPage labeling;

    HostileTimingJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system, title, 1);
        annotator = project.member(system);
    }

    @BeforeEach
    void openThePage() {
        openIn(browser.visit());
    }

    private void openIn(Chromium opened) {
        chromium = opened;
        page = chromium.newPage();
        labeling = LabelingPage.at(page, system, project.id());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aKeyThatIsHeldDownIsOneVerdict() {
        openWithTasks();

        hold("1", 10);
        button("Tie").focus();
        hold("Enter", 10);
        labeling.awaitSaved();

        assertThat(selected()).hasSize(2).containsOnlyOnce("tie");
    }

    @Test
    void neitherSpaceNorEnterAfterAClickJudgesWhatComesNext() {
        openWithTasks();

        button("Tie").click();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        labeling.click(Side.LEFT);
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        labeling.awaitSaved();

        assertThat(selected()).hasSize(2);
    }

    @Test
    void aDoubleClickIsOneVerdict() {
        openWithTasks();

        button("Both bad").dblclick();
        labeling.awaitSaved();

        assertThat(selected()).containsExactly("both_bad");
    }

    @Test
    void aClickThatWasPressedOnAnotherComparisonIsNone() {
        openWithTasks();
        String before = labeling.prompt();

        button("Tie").hover();
        page.mouse().down();
        page.keyboard().press("b");
        assertThat(page.getByText(before)).isHidden();
        page.mouse().up();
        labeling.awaitSaved();

        assertThat(selected()).containsExactly("both_bad");
    }

    @Test
    void keysThatScrollOrAskForHelpJudgeNothing() {
        openWithTasks();
        String before = labeling.prompt();

        for (String key : List.of("ArrowDown", "ArrowUp", "PageDown", "Space", "?")) {
            page.keyboard().press(key);
        }
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Keys"))).isVisible();
        page.keyboard().press("1");
        page.keyboard().press("Escape");

        assertThat(labeling.prompt()).isEqualTo(before);
        assertThat(selected()).isEmpty();
    }

    @Test
    void aSecondTabSaysThatTheFirstIsLabelingAndMayTakeOver() {
        openWithTasks();
        Page second = chromium.newPage();
        LabelingPage other = LabelingPage.at(second, system, project.id());

        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Label here instead")).click();
        other.awaitComparison();
        assertThat(page.getByText("You are labeling this project in another tab")).isVisible();
        for (int i = 0; i < 3; i++) {
            other.press("1");
        }
        other.awaitSaved();

        assertThat(selected()).hasSize(3);
        assertThat(project.exportedRows()).hasSize(3);
    }

    @Test
    void verdictsThatWereGivenOfflineSurviveTheBrowser() {
        Path profile = Chromium.freshProfile();
        chromium.close();
        openIn(Chromium.start(profile));
        openWithTasks();
        chromium.setOffline(true);
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("1");
        }
        assertThat(page.getByText("3 not yet saved")).isVisible();
        // The page does not wait for the browser's database, and a browser that ends within these milliseconds forgets.
        page.waitForFunction(KEPT_IN_THE_BROWSER, 3);
        chromium.close();

        openIn(Chromium.start(profile));
        labeling.awaitComparison();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(selected()).hasSize(3));
    }

    @Test
    void aSessionThatEndedIsRepairedOverTheTask() {
        openWithTasks();
        chromium.forgetSession();
        labeling.press("1");
        Locator password = page.getByLabel("Password");
        assertThat(page.getByText("1 not yet saved")).isVisible();

        password.fill(annotator.password());
        page.keyboard().press("Enter");
        labeling.awaitSaved();
        labeling.press("2");
        labeling.awaitSaved();

        assertThat(selected()).hasSize(2);
    }

    @Test
    void aControlThatIsDemandedAndCannotBeAskedBlocksJudging() {
        Project demanding = Project.create(system, Map.of("title", "Demanding " + UUID.randomUUID(),
                "maximum_annotations", 1, "label_config",
                Project.CONFIGURATION.replace("<TextArea name=\"why\"", "<DateTime required=\"true\" name=\"when\"")));
        demanding.importComparisons(2);
        demanding.owner().post(demanding.path("/members"), Map.of("user", annotator.id()));
        logIn();
        labeling = LabelingPage.at(page, system, demanding.id()).awaitComparison();

        page.keyboard().press("1");
        page.getByText("First answer to").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("demands an answer to “when”");
        assertThat(button("Tie")).isHidden();
        assertThat(demanding.exportedAnnotations()).isEmpty();
        labeling.press("s");
    }

    private void openWithTasks() {
        project.importComparisons(TASKS);
        labeling = LabelingPage.open(page, system, annotator, title);
    }

    private void logIn() {
        project.importComparisons(1);
        LabelingPage.open(page, system, annotator, title);
    }

    /** Holds a key until the system has said so often that it repeats. */
    private void hold(String key, int repeats) {
        String before = labeling.prompt();
        for (int i = 0; i <= repeats; i++) {
            page.keyboard().down(key);
        }
        page.keyboard().up(key);
        assertThat(page.getByText(before)).isHidden();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** {@return what all stored judgements of the project say} */
    private List<String> selected() {
        return project.exportedAnnotations().stream().map(HostileTimingJourney::selected).toList();
    }

    private static String selected(JsonNode annotation) {
        return annotation.at("/result/0/value/selected").asText();
    }
}
