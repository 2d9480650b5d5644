package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Journey 27: an owner sees what the judgements of a project are like, while people judge. */
@Order(27)
@ExtendWith(SharedSystem.class)
class OverviewJourney {

    /** The page is told within a second, and the machine may be slow. */
    private static final double PATIENCE_MILLIS = 20_000;

    /** The page would ask every two seconds if it had no stream. */
    private static final double QUIET_MILLIS = 5_000;

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;

    OverviewJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void figuresAreThoseOfTheJudgementsAndFollowThem() {
        Project project = Project.create(system, "Overview", 2);
        List<Long> tasks = project.importComparisons(3);
        Person one = project.member(system);
        Person other = project.member(system);
        judge(one, tasks.get(0), "left");
        judge(other, tasks.get(0), "left");
        judge(one, tasks.get(1), "left");
        judge(other, tasks.get(1), "right");
        judge(one, tasks.get(2), "tie");

        openAsOwner(project);

        assertThat(card("Judgements")).containsText("5");
        assertThat(card("Tasks done")).containsText("2 of 3");
        assertThat(card("Records on the topic")).containsText("4");
        assertThat(card("Verdicts on pairs")).containsText(Pattern.compile("One is better\\s*4 · 80\\s?%"));
        assertThat(card("Verdicts on pairs")).containsText(Pattern.compile("Tie\\s*1 · 20\\s?%"));
        // Wilson's interval of three out of four is 0.3006 to 0.9544.
        assertThat(card("Share of left")).containsText(Pattern.compile("75\\s?%.*30\\s?%.*95\\s?%"));
        assertThat(card("Agreement")).containsText(Pattern.compile("50\\s?% of 2 pairs of judgements"));
        assertThat(personRow(one)).isVisible();
        assertThat(personRow(other)).isVisible();
        visitor.findsAccessible(visitor.heading("Judgements over time"));

        judge(other, tasks.get(2), "tie");

        assertThat(card("Judgements")).containsText("6", patiently());
        assertThat(card("Tasks done")).containsText("All tasks are done.", patiently());
        assertThat(card("Agreement")).containsText(Pattern.compile("67\\s?% of 3 pairs of judgements"), patiently());
        assertThat(card("Records on the topic")).containsText("4");
    }

    @Test
    void theChartFollowsJudgementsElsewhereAndAsksForNothingMeanwhile() {
        Project project = Project.create(system, "Overview that follows", 1);
        List<Long> tasks = project.importComparisons(4);
        Person annotator = project.member(system);
        judge(annotator, tasks.get(0), "left");
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        openAsOwner(project);
        assertThat(card("Judgements")).containsText("1");
        page.waitForCondition(() -> asked.stream().anyMatch(url -> url.endsWith("/statistics/stream")));
        page.getByText("As a table").click();
        awaitInChart(1);

        page.waitForTimeout(QUIET_MILLIS); // what the beginning of the stream asks for
        long before = questions(asked);
        page.waitForTimeout(QUIET_MILLIS);
        assertThat(questions(asked)).isEqualTo(before);
        judge(annotator, tasks.get(1), "tie");
        awaitInChart(2);
        annotator.api()
                .post("/api/tasks/" + tasks.get(2) + "/annotations",
                        Judgement.and(Judgement.withResult(), "was_cancelled", true))
                .expect(201);
        assertThat(card("Judgements")).containsText("1 task was skipped.", patiently());

        hide(true);
        page.waitForTimeout(QUIET_MILLIS);
        long whenHidden = questions(asked);
        judge(annotator, tasks.get(3), "left");
        page.waitForTimeout(QUIET_MILLIS);
        assertThat(questions(asked)).isEqualTo(whenHidden);
        hide(false);
        awaitInChart(3);
    }

    @Test
    void aProjectWithoutJudgementsSaysSoAndLeadsToTheFirst() {
        Project project = Project.create(system, "Overview of nothing", 1);
        project.importComparisons(1);
        openAsOwner(project);

        visitor.findsAccessible(visitor.heading("Nothing is judged yet"));
        page.locator("overview-tab").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Label")).click();
        assertThat(page.locator("labeling-view task-view")).isVisible();
    }

    @Test
    void figuresAreKeptFromAnnotators() {
        Project project = Project.create(system, "Overview for owners", 1);
        Person member = project.member(system);
        visitor.logIn(member);
        visitor.open("/projects/" + project.id() + "/overview");

        assertThat(visitor.heading("This page is not for you")).isVisible();
        member.api().get(project.path("/statistics")).expect(403);
    }

    private void openAsOwner(Project project) {
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/overview");
    }

    private static void judge(Person person, long task, String selected) {
        person.api().post("/api/tasks/" + task + "/annotations", Judgement.of(selected)).expect(201);
    }

    /** Lets the page think that another tab is before it. */
    private void hide(boolean hidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", hidden);
    }

    private static long questions(List<String> asked) {
        return asked.stream().filter(url -> url.endsWith("/statistics")).count();
    }

    /** Waits until the chart, as a table, has that many judgements in all of its hours. */
    private void awaitInChart(int judgements) {
        Locator all = page.locator("time-chart").locator("tbody tr td:first-of-type");
        page.waitForCondition(() -> all.allTextContents().stream().mapToInt(Integer::parseInt).sum() == judgements,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
    }

    private Locator card(String title) {
        Locator heading = page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(title).setExact(true).setLevel(2));
        return page.locator("overview-tab section").filter(new Locator.FilterOptions().setHas(heading));
    }

    private Locator personRow(Person person) {
        String word = person.email().substring(0, person.email().indexOf('@'));
        return page.locator("people-table")
                .getByRole(AriaRole.ROWHEADER, new Locator.GetByRoleOptions().setName("Pat " + word));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
