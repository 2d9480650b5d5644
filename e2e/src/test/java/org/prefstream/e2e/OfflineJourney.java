package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
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
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Journey 17: a person takes tasks along on a train, judges without network, closes the browser, and comes back. */
@Order(17)
@ExtendWith(SharedSystem.class)
class OfflineJourney {

    static final int TASKS = 60;
    static final int JUDGED = 20;
    static final double PATIENCE_MILLIS = 60_000;

    final RunningSystem system;
    final String title = "On a train " + UUID.randomUUID().toString().substring(0, 8);
    final Project project;
    final Person annotator;
    final Path profile = Chromium.freshProfile();
    final Said said = new Said();
    Chromium chromium;
    Page page;
    LabelingPage labeling;

    OfflineJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, title, 1);
        project.importComparisons(TASKS);
        annotator = project.member(system);
    }

    @BeforeEach
    void takeTasksAlong() {
        startBrowser(false);
        labeling = LabelingPage.open(page, system, annotator, title);
        switchTrainMode();
        awaitWords("Ready to go offline: 40 tasks until");
        chromium.setOffline(true);
        awaitWords("Offline: 40 left");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void whatWasJudgedOfflineIsStoredOnceAfterTheBrowserWasClosed() {
        judge(JUDGED);
        awaitWords("Offline: 20 left");
        chromium.close();

        startBrowser(false);
        LabelingPage.at(page, system, project.id()).awaitComparison();

        awaitWords("20 judgements saved");
        assertStoredOnce();
        switchTrainMode();
        assertThat(page.getByText("Ready to go offline")).isHidden();
        assertOthersMayHaveTheRest();
    }

    @Test
    void thePageOpensAgainWithoutNetworkAndGoesOn() {
        judge(JUDGED / 2);
        chromium.close();

        startBrowser(true);
        labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        awaitWords("Offline: 30 left");
        judge(JUDGED / 2);
        chromium.setOffline(false);

        awaitWords("20 judgements saved");
        assertStoredOnce();
    }

    private void startBrowser(boolean offline) {
        chromium = Chromium.start(profile);
        chromium.setOffline(offline);
        page = chromium.newPage();
    }

    /** Judges by key, and notes which answer the person saw on the side that they took. */
    private void judge(int count) {
        for (int i = 0; i < count; i++) {
            Side side = i % 3 == 0 ? Side.RIGHT : Side.LEFT;
            said.note(labeling, side);
            labeling.press(side == Side.LEFT ? "1" : "2");
        }
    }

    private void assertStoredOnce() {
        assertThat(said.size()).isEqualTo(JUDGED);
        said.assertStored(system, project);
    }

    private void assertOthersMayHaveTheRest() {
        Person other = project.member(system);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(other.api()
                        .post(project.path("/leases"), Map.of("count", 40, "keep_seconds", 60))
                        .expect(200)
                        .json()
                        .path("leases")
                        .size()).isGreaterThan(10));
    }

    private void awaitWords(String words) {
        assertThat(page.getByText(words).first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void switchTrainMode() {
        button("View").click();
        button("Train mode").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
