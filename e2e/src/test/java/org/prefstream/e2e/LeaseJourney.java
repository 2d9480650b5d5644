package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/** Journey 15: tasks that a page holds go back when it closes, go to others when they are lost, and wait while the server is slow. */
@Order(15)
@ExtendWith(SharedSystem.class)
class LeaseJourney {

    /** A slow machine needs some seconds for each request. A lease that nobody hands back lasts for minutes. */
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final int KEYS = 5;

    final RunningSystem system;
    final Chromium.Shared browser;
    final Project project;
    final Person annotator;
    final Person other;
    Visitor visitor;
    Page page;

    LeaseJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system, "Leases " + UUID.randomUUID(), 1);
        annotator = project.member(system);
        other = project.member(system);
    }

    @BeforeEach
    void openABrowser() {
        visitor = Visitor.of(system, browser);
        visitor.logIn(annotator);
        page = visitor.page();
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aPageThatIsClosedHandsBackWhatItHolds() {
        List<Long> tasks = project.importComparisons(3);
        open();
        assertThat(project.claim(other)).isEmpty();

        page.close(new Page.CloseOptions().setRunBeforeUnload(true));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(project.claim(other)).containsExactlyInAnyOrderElementsOf(tasks));
    }

    @Test
    void aVerdictOnATaskThatSomebodyElseHasTakenOverIsToldWithItsReason() {
        project.importComparisons(3);
        List<Response> leased = LabelingPage.leases(page);
        LabelingPage labeling = open();
        JsonNode lease = firstOf(leased.get(0));
        String prompt = labeling.prompt();
        page.context().setOffline(true);
        handBack(lease);
        judge(lease, other);

        labeling.press("1");
        assertThat(page.getByText("1 not yet saved")).isVisible();
        page.context().setOffline(false);

        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText("Your verdict on #" + lease.path("inner_id").asLong() + " was not counted.");
        assertThat(alert).containsText("somebody else has taken over the task");
        assertThat(alert).containsText("You said “answer 1 is better” about “" + prompt + "”.");
        assertThat(project.exportedAnnotations()).singleElement()
                .satisfies(one -> assertThat(one.path("completed_by").asLong()).isEqualTo(other.id()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(project.published(system, Topic.PREFERENCES)).hasSize(1));
        visitor.button("Got it").click();
        assertThat(alert).isHidden();
        labeling.press("2");
        labeling.awaitSaved();
        assertThat(project.exportedRows()).hasSize(2);
    }

    @Test
    void whatIsJudgedWhileTheServerIsSlowIsStoredInItsOrder() {
        project.importComparisons(KEYS + 3);
        LabelingPage labeling = open();
        List<Route> held = new ArrayList<>();
        page.route("**/api/leases/*/verdict", held::add);
        List<String> judged = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            judged.add(labeling.prompt());
            labeling.press("1");
        }
        assertThat(page.getByText(Pattern.compile("Saving %1$d…|%1$d not yet saved".formatted(KEYS)))).isVisible();
        assertThat(project.exportedAnnotations()).isEmpty();

        page.unroute("**/api/leases/*/verdict");
        held.forEach(Route::resume);
        labeling.awaitSaved();

        assertThat(promptsInTheirOrder()).isEqualTo(judged);
    }

    /** {@return the prompts of what was judged, the first one first} */
    private List<String> promptsInTheirOrder() {
        Map<Long, String> prompts = new TreeMap<>();
        Json.read(project.export("JSON"))
                .forEach(task -> prompts.put(task.at("/annotations/0/id").asLong(), task.at("/data/prompt").asText()));
        return List.copyOf(prompts.values());
    }

    private static JsonNode firstOf(Response leased) {
        return Json.read(leased.text()).at("/leases/0");
    }

    /** Does what a page does that is left, in the name of whoever has it open. */
    private void handBack(JsonNode lease) {
        annotator.api()
                .delete("/api/leases/" + lease.path("id").asText() + "?token=" + lease.path("token").asLong())
                .expect(204);
    }

    private static void judge(JsonNode lease, Person person) {
        person.api()
                .post("/api/tasks/" + lease.path("task_id").asLong() + "/annotations", Judgement.of("left"))
                .expect(201);
    }

    private LabelingPage open() {
        return LabelingPage.at(page, system, project.id()).awaitComparison();
    }
}
