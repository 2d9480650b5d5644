package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 18: a reason that is half written outlives the page and the browser, and ends with the verdict. */
@Order(18)
@ExtendWith(SharedSystem.class)
class DraftJourney {

    static final Duration SOON = Duration.ofSeconds(20);
    static final String HALF = "The first answer says why, with a source for each step. ".repeat(40) + "The second one";

    final RunningSystem system;
    final Project project;
    final Person annotator;
    final long task;
    final Chromium.Shared browser;
    final List<Chromium> visits = new ArrayList<>();
    Page page;

    DraftJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system, "Drafts " + UUID.randomUUID(), 1);
        task = project.importComparisons(3).get(0);
        annotator = project.member(system);
    }

    @BeforeEach
    void openThePage() {
        openIn(browser.visit());
    }

    @AfterEach
    void close() {
        visits.forEach(Chromium::close);
    }

    @Test
    void aReasonThatIsHalfWrittenIsThereWhenThePageIsOpenedAgain() {
        assertThat(page.getByText("Restored what you had begun.")).isHidden();
        reason().fill(HALF);
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        awaitDraft();

        openAgain();

        assertThat(page.getByText("Restored what you had begun.")).isVisible();
        assertThat(reason()).hasValue(HALF);
    }

    @Test
    void aReasonThatIsHalfWrittenIsThereInAnotherBrowserAfterTheFirstOneWasKilled() {
        Chromium killed = Chromium.start();
        openIn(killed);
        reason().fill(HALF);
        awaitDraft();
        visits.remove(killed);
        killed.kill();

        openIn(browser.visit());

        assertThat(page.getByText("Restored what you had begun.")).isVisible();
        assertThat(reason()).hasValue(HALF);
    }

    @Test
    void whatWasBegunIsGoneOnceItIsSubmitted() {
        reason().fill(HALF);
        awaitDraft();
        page.reload();

        reason().press("End");
        reason().pressSequentially(" names none.");
        button("Answer 1 is better").click();
        LabelingPage.awaitSaved(page);

        assertThat(drafts(annotator.api())).isEmpty();
        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(row -> assertThat(row.path("rationale").asText()).isEqualTo(HALF + " names none."));
    }

    @Test
    void aVerdictThatOvertakesItsDraftLeavesNone() {
        reason().fill(HALF);
        button("Tie").click();
        LabelingPage.awaitSaved(page);

        page.reload();

        assertThat(reason()).hasValue("");
        assertThat(page.getByText("Restored what you had begun.")).isHidden();
        assertThat(drafts(annotator.api())).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotRestored() {
        reason().fill(HALF);
        awaitDraft();
        reason().fill("");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(drafts(annotator.api()).toString()).doesNotContain("The first answer"));

        page.reload();

        assertThat(reason()).hasValue("");
    }

    @Test
    void nobodyElseSeesIt() {
        reason().fill(HALF);
        awaitDraft();

        assertThat(drafts(project.owner())).isEmpty();
        assertThat(drafts(project.member(system).api())).isEmpty();
    }

    private void openIn(Chromium opened) {
        visits.add(opened);
        page = opened.newPage();
        LabelingPage.logIn(page, system, annotator);
        LabelingPage.at(page, system, project.id()).awaitComparison();
    }

    private void openAgain() {
        page = visits.get(0).newPage();
        LabelingPage.at(page, system, project.id()).awaitComparison();
    }

    private Locator reason() {
        return page.getByLabel("Why");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Waits until the server has all that was written. */
    private void awaitDraft() {
        await().atMost(SOON).untilAsserted(() -> assertThat(drafts(annotator.api()).toString()).contains(HALF));
    }

    private JsonNode drafts(ApiClient client) {
        return client.get("/api/tasks/" + task + "/drafts").expect(200).json();
    }
}
