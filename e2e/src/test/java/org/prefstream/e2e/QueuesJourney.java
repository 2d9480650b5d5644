package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 17: who gets which task, in which order, and what becomes of a task that somebody skipped. */
@Order(17)
@ExtendWith(SharedSystem.class)
class QueuesJourney {

    final RunningSystem system;
    final Chromium.Shared browser;
    final String title = "In the queue " + UUID.randomUUID().toString().substring(0, 8);
    final List<Chromium> browsers = new ArrayList<>();

    QueuesJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    @AfterEach
    void close() {
        browsers.forEach(Chromium::close);
    }

    @Test
    void aSkippedTaskComesBackToTheSamePersonOnceNothingElseIsLeft() {
        Project project = create(Map.of("skip_queue", "REQUEUE_FOR_ME"));
        project.importComparisons(2);
        LabelingPage labeling = open(project.member(system));

        String skipped = labeling.prompt();
        labeling.press("s");
        labeling.press("1");
        assertThat(labeling.prompt()).isEqualTo(skipped);
        labeling.pressLast("2");
        labeling.awaitSaved();

        assertThat(project.exportedRows()).hasSize(2);
    }

    @Test
    void aSkippedTaskGoesToSomebodyElse() {
        Project project = create(Map.of("skip_queue", "REQUEUE_FOR_OTHERS"));
        project.importComparisons(1);
        LabelingPage first = open(project.member(system));

        String skipped = first.prompt();
        first.pressLast("s");
        first.awaitSaved();
        LabelingPage second = open(project.member(system));
        assertThat(second.prompt()).isEqualTo(skipped);
        second.pressLast("1");
        second.awaitSaved();

        assertThat(project.exportedRows()).hasSize(1);
    }

    @Test
    void aSkippedTaskIsDoneWhereSkipsCount() {
        Project project = create(Map.of("skip_queue", "IGNORE_SKIPPED"));
        project.importComparisons(1);
        LabelingPage first = open(project.member(system));
        first.pressLast("s");
        first.awaitSaved();

        Page other = openPage(project.member(system));

        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("All done for now")))
                .isVisible();
        assertThat(project.exportedRows()).isEmpty();
    }

    @Test
    void nobodySkipsWhereTheProjectDoesNotLetThem() {
        Project project = create(Map.of("show_skip_button", false));
        project.importComparisons(2);
        Page page = openPage(project.member(system));
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();

        String before = labeling.prompt();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skip"))).hasCount(0);
        page.keyboard().press("s");
        labeling.press("1");
        labeling.awaitSaved();

        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(row -> assertThat(row.path("prompt").asText()).isEqualTo(before));
    }

    @Test
    void asManyPeopleJudgeATaskAsTheProjectAsksFor() {
        Project project = create(Map.of("maximum_annotations", 2));
        project.importComparisons(1);
        for (int i = 0; i < 2; i++) {
            LabelingPage labeling = open(project.member(system));
            labeling.pressLast("1");
            labeling.awaitSaved();
        }

        Page third = openPage(project.member(system));

        assertThat(third.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("All done for now")))
                .isVisible();
        assertThat(project.exportedAnnotations()).hasSize(2);
    }

    @Test
    void tasksComeInTheOrderOfTheImport() {
        Project project = create(Map.of("sampling", "Sequential sampling"));
        project.importComparisons(6);

        assertThat(prompts(open(project.member(system)), 6)).containsExactly(Project.promptOf(0), Project.promptOf(1),
                Project.promptOf(2), Project.promptOf(3), Project.promptOf(4), Project.promptOf(5));
    }

    @Test
    void tasksComeInAnyOrderWhereTheProjectAsksForIt() {
        Project project = create(Map.of("sampling", "Uniform sampling"));
        project.importComparisons(6);

        List<String> prompts = prompts(open(project.member(system)), 6);

        assertThat(new HashSet<>(prompts)).hasSize(6);
    }

    @Test
    void theLeastCertainTasksComeFirstWhereTheProjectAsksForIt() {
        Project project = create(Map.of("sampling", "Uncertainty sampling"));
        project.importTasks(List.of(predicted(0, 0.9), Map.of("data", Project.comparison(1)), predicted(2, 0.1),
                predicted(3, 0.5)));

        assertThat(prompts(open(project.member(system)), 4)).containsExactly(Project.promptOf(2), Project.promptOf(3),
                Project.promptOf(0), Project.promptOf(1));
    }

    private static Map<String, Object> predicted(int number, double score) {
        return Map.of("data", Project.comparison(number), "predictions",
                List.of(Map.of("result", List.of(), "model_version", "judge", "score", score)));
    }

    /** {@return the prompts in the order in which one person judges them, until nothing is left} */
    private static List<String> prompts(LabelingPage labeling, int count) {
        List<String> prompts = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            prompts.add(labeling.prompt());
            if (left > 1) {
                labeling.press("1");
            } else {
                labeling.pressLast("1");
            }
        }
        return prompts;
    }

    private Project create(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(
                Map.of("title", title, "label_config", Project.CONFIGURATION, "maximum_annotations", 1));
        all.putAll(settings);
        return Project.create(system, all);
    }

    private LabelingPage open(Person person) {
        return LabelingPage.open(newPage(), system, person, title);
    }

    /** Opens the project, whether or not a task is left in it. */
    private Page openPage(Person person) {
        Page page = newPage();
        LabelingPage.logIn(page, system, person, title);
        return page;
    }

    private Page newPage() {
        Chromium chromium = browser.visit();
        browsers.add(chromium);
        return chromium.newPage();
    }
}
