package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 15: keys that are held, clicks that come twice, and tabs at the wrong time. */
@Order(15)
@ExtendWith(SharedSystem.class)
class HostileTimingJourney {

    static final int TASKS = 12;

    final RunningSystem system;
    final String title = "At the wrong time " + UUID.randomUUID().toString().substring(0, 8);
    final Project project;
    final Person annotator;
    final Chromium.Shared browser;
    final Said said = new Said();
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
        chromium = browser.visit();
        page = chromium.newPage();
        labeling = LabelingPage.at(page, system, project.id());
    }

    /** Whatever happened, the export and the topic hold what the person saw confirmed, and nothing else. */
    @AfterEach
    void everythingIsStoredAsItWasSaid() {
        chromium.close();
        said.assertStored(system, project);
    }

    @Test
    void aKeyThatIsHeldDownIsOneVerdict() {
        openWithTasks();

        said.note(labeling, Side.LEFT);
        hold("1", 10);
        said.note(labeling, "tie");
        button("Tie").focus();
        hold("Enter", 10);
        labeling.awaitSaved();
    }

    @Test
    void neitherSpaceNorEnterAfterAClickJudgesWhatComesNext() {
        openWithTasks();

        said.note(labeling, "tie");
        button("Tie").click();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        said.note(labeling, Side.LEFT);
        labeling.click(Side.LEFT);
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        labeling.awaitSaved();
    }

    @Test
    void aDoubleClickIsOneVerdict() {
        openWithTasks();

        said.note(labeling, "both_bad");
        button("Both bad").dblclick();
        labeling.awaitSaved();
    }

    @Test
    void aClickThatWasPressedOnAnotherComparisonIsNone() {
        openWithTasks();
        String before = said.note(labeling, "both_bad");

        button("Tie").hover();
        page.mouse().down();
        page.keyboard().press("b");
        assertThat(page.getByText(before)).isHidden();
        page.mouse().up();
        labeling.awaitSaved();
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
            said.note(other, Side.LEFT);
            other.press("1");
        }
        other.awaitSaved();
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
}
