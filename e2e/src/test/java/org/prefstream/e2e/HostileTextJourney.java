package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.HostileText;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 20: wherever a page shows what people wrote, it does nothing of what they wrote, and still takes verdicts by key. */
@Order(20)
@ExtendWith(SharedSystem.class)
class HostileTextJourney {

    static final List<HostileText> TEXTS = HostileText.storable();
    static final int SHORT = 40;

    final RunningSystem system;
    final Chromium.Shared browser;
    Visitor visitor;
    Page page;
    Alarm alarm;

    HostileTextJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    @BeforeEach
    void openABrowser() {
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
    }

    @AfterEach
    void nothingHasHappened() {
        try {
            alarm.assertSilent();
        } finally {
            visitor.close();
        }
    }

    @Test
    void whatCannotBeStoredIsRefusedByItsField() {
        Project project = Project.create(system, title(), 1);

        assertThat(HostileText.unstorable()).isNotEmpty().allSatisfy(text -> {
            String task = "[{\"prompt\": %s, \"answer1\": \"a\", \"answer2\": \"b\"}]".formatted(text.json());
            assertThat(project.owner().post(project.path("/import"), task).expect(400).body()).contains("at prompt");
            String guidelines = "{\"expert_instruction\": %s}".formatted(text.json());
            assertThat(project.owner().patch(project.path("/"), guidelines).expect(400).body())
                    .contains("\"expert_instruction\"");
        });
    }

    @Test
    void promptsAndAnswersThatAreShownAsMarkdown() {
        Project project = Project.create(system, title(), 1);
        project.importTasks(HostileTasks.comparisons());
        visitor.logIn(project.member(system));

        judgeAllByKey(project);

        readMyJudgements();
    }

    @Test
    void promptsAndAnswersThatAreShownAsWrittenAndWithDifferences() {
        Project project = Project.create(system, title(), 1);
        project.importTasks(HostileTasks.comparisons());
        visitor.logIn(project.member(system));
        LabelingPage.at(page, system, project.id()).awaitComparison();
        page.keyboard().press("m");
        page.keyboard().press("d");

        judgeAllByKey(project);
    }

    @Test
    void promptsAndAnswersThatAreShownAsHtml() {
        Project project = Project.create(system, Map.of("title", title(), "label_config", """
                <View><Header value="$prompt"/><HyperText name="html" value="$html"/>
                <HyperText name="answer1" value="$answer1"/><HyperText name="answer2" value="$answer2"/>
                <Pairwise name="comparison" toName="answer1,answer2"/></View>"""));
        project.importTasks(HostileTasks.pages());
        visitor.logIn(project.member(system));

        judgeAllByKey(project);
    }

    @Test
    void conversationsWithTheirRolesNamesAndCallsOfTools() {
        Project project = Project.create(system, title(), 1);
        project.importTasks(HostileTasks.conversations());
        visitor.logIn(project.member(system));

        judgeAllByKey(project);
    }

    @Test
    void configurationsWithTheirHeadersOptionsHintsAndStyles() {
        Project project = Project.create(system,
                Map.of("title", title(), "label_config", HostileTasks.configuration(), "expert_instruction", "x"));
        project.importTasks(List.of(Project.comparison(0), Project.comparison(1)));
        visitor.logIn(project.member(system));

        // An author may hide the task: who judges sees nothing of it, but all else.
        LabelingPage.at(page, system, project.id());
        assertThat(visitor.button("Skip")).isEnabled();
        LabelingPage.awaitKeys(page);
        page.keyboard().press("1");
        LabelingPage.awaitSaved(page);
        project.owner().patch(project.path("/"), Map.of("labeling_layout", "standard")).expect(200);
        LabelingPage labeling = LabelingPage.at(page, system, project.id());
        Stage.await(page.getByText("which is better?"));
        labeling.awaitComparison().pressLast("2");
        LabelingPage.awaitSaved(page);

        page.keyboard().press("j");
        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(2);
    }

    @Test
    void projectsWithTheirTitlesDescriptionsAndGuidelines() {
        Person annotator = Person.annotator(system);
        for (String texts : inChunks(2)) {
            Project project = Project.create(system, Map.of("title", "T " + texts, "description", texts,
                    "expert_instruction", texts, "label_config", Project.CONFIGURATION));
            project.owner().post(project.path("/members"), Map.of("user", annotator.id()));
        }
        Project whole = Project.create(system, Map.of("title", title(), "label_config", Project.CONFIGURATION,
                "expert_instruction", TEXTS.stream().map(text -> text.first(2000)).collect(joining("\n\n"))));
        whole.owner().post(whole.path("/members"), Map.of("user", annotator.id()));
        whole.importComparisons(1);
        visitor.logIn(annotator);

        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(inChunks(2).size() + 1);
        LabelingPage labeling = LabelingPage.at(page, system, whole.id()).awaitComparison();
        visitor.button("Guidelines").click();
        assertThat(visitor.heading("Guidelines")).isVisible();
        page.keyboard().press("Escape");
        visitor.button("Keys").click();
        assertThat(visitor.heading("Keys")).isVisible();
        page.keyboard().press("Escape");
        labeling.pressLast("1");
    }

    @Test
    void namesOfPeople() {
        Person annotator = Person.annotator(system);
        visitor.logIn(annotator);
        for (String texts : inChunks(4)) {
            system.owner()
                    .patch("/api/users/" + annotator.id(), Map.of("first_name", texts, "last_name", texts))
                    .expect(200);
            visitor.open("/projects");
            assertThat(visitor.heading("No project yet")).isVisible();
        }
    }

    @Test
    void draftsThatAreRestored() {
        Project project = Project.create(system, title(), 1);
        project.importComparisons(1);
        visitor.logIn(project.member(system));
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        String draft = TEXTS.stream().map(text -> text.first(200)).collect(joining("\n"));
        Locator reason = page.getByLabel("Why");

        page.waitForResponse(response -> response.url().endsWith("/draft"), () -> reason.fill(draft));
        page.reload();
        labeling.awaitComparison();

        assertThat(reason).hasValue(draft);
        reason.press("Escape");
        labeling.pressLast("1");
        LabelingPage.awaitSaved(page);
        page.keyboard().press("j");
        assertThat(page.getByRole(AriaRole.LISTITEM)).containsText("Answer 1 is better");
    }

    private void judgeAllByKey(Project project) {
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        int tasks = project.owner().get(project.path("/")).json().path("task_number").asInt();
        for (int judged = 1; judged < tasks; judged++) {
            labeling.press(judged % 2 == 0 ? "1" : "2");
        }
        labeling.pressLast("0");
        LabelingPage.awaitSaved(page);
        assertThat(project.exportedAnnotations()).hasSize(tasks);
    }

    /** Lists them all, and looks for what cannot be there. */
    private void readMyJudgements() {
        page.keyboard().press("j");
        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(20);
        visitor.button("Show more").click();
        assertThat(page.getByRole(AriaRole.LISTITEM)).not().hasCount(20);
        for (String sought : List.of("nowhere <img src=x onerror=alert(1)>", "nowhere %_\\ ${alert(1)}")) {
            page.getByRole(AriaRole.SEARCHBOX).fill(sought);
            assertThat(page.getByText("contains “" + sought + "”")).isVisible();
        }
    }

    /** {@return the beginnings of all texts, so many at a time} */
    private static List<String> inChunks(int size) {
        return IntStream.iterate(0, from -> from < TEXTS.size(), from -> from + size)
                .mapToObj(from -> TEXTS.subList(from, Math.min(from + size, TEXTS.size())))
                .map(texts -> texts.stream().map(text -> text.first(SHORT / 2)).collect(joining(" ")))
                .toList();
    }

    private static String title() {
        return "Hostile " + UUID.randomUUID().toString().substring(0, 8);
    }
}
