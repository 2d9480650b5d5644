package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.LabelingPage.Side;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/** Journey 15: verdicts that have not reached the server outlive the browser, the session, and a log-out, and nobody else gives them. */
@Order(15)
@ExtendWith(SharedSystem.class)
class UnsentVerdictsJourney {

    static final int TASKS = 12;
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String VERDICTS = "**/api/leases/*/verdict";
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
    final Chromium.Shared browser;
    final String title = "Not yet sent " + UUID.randomUUID().toString().substring(0, 8);
    final Project project;
    final Person annotator;
    final Said said = new Said();
    Chromium chromium;
    Page page;
    LabelingPage labeling;

    UnsentVerdictsJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system, title, 1);
        project.importComparisons(TASKS);
        annotator = project.member(system);
    }

    @BeforeEach
    void openThePage() {
        openIn(browser.visit());
        labeling = LabelingPage.open(page, system, annotator, title);
    }

    /** Whatever happened, the export and the topic hold what was said, and nothing else. */
    @AfterEach
    void everythingIsStoredAsItWasSaid() {
        said.assertStored(system, project);
        chromium.close();
    }

    @Test
    void verdictsThatWereGivenOfflineSurviveTheBrowser() {
        chromium.close();
        Path profile = Chromium.freshProfile();
        openIn(Chromium.start(profile));
        labeling = LabelingPage.open(page, system, annotator, title);
        chromium.setOffline(true);
        judge(2);
        said.note(labeling, Side.RIGHT);
        labeling.pressLast("2");
        assertThat(page.getByText("3 not yet saved")).isVisible();
        // The page does not wait for the browser's database, and a browser that ends within these milliseconds forgets.
        page.waitForFunction(KEPT_IN_THE_BROWSER, 3);
        chromium.close();

        openIn(Chromium.start(profile));
        LabelingPage.at(page, system, project.id()).awaitComparison().awaitSaved();
    }

    @Test
    void aSessionThatEndedIsRepairedOverTheTask() {
        chromium.forgetSession();
        judge(1);
        assertThat(page.getByText("1 not yet saved")).isVisible();

        logInOverTheTask();
        labeling.awaitSaved();
        judge(1);
        labeling.awaitSaved();
    }

    @Test
    void whatWasNotSentBeforeALogOutIsSentAfterTheNextLogIn() {
        judgeWithoutAServer(2);
        logOut();

        page.unroute(VERDICTS);
        assertThat(project.exportedAnnotations()).isEmpty();
        labeling = LabelingPage.open(page, system, annotator, title);
        labeling.awaitSaved();
        judge(1);
        labeling.awaitSaved();
    }

    @Test
    void whoLogsInMeanwhileGivesNoneOfTheVerdictsOfThePersonBefore() {
        Person other = project.member(system);
        Set<String> unsent = judgeWithoutAServer(2);
        logOut();
        page.unroute(VERDICTS);

        labeling = LabelingPage.open(page, system, other, title);
        Set<String> ofTheOther = judge(1);
        labeling.awaitSaved();
        assertThat(promptsOf(other)).isEqualTo(ofTheOther);
        assertThat(promptsOf(annotator)).isEmpty();
        logOut();

        labeling = LabelingPage.open(page, system, annotator, title);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(promptsOf(annotator)).isEqualTo(unsent));
        assertThat(promptsOf(other)).isEqualTo(ofTheOther);
    }

    @Test
    void nothingIsSentInTheNameOfWhoLoggedInOverTheTask() {
        Person other = project.member(system);
        Visitor.logIn(page, system.connection().url(), other.email(), other.password());

        Set<String> judged = judge(1);
        assertThat(page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Somebody else logged in in this browser"))).isVisible();
        assertThat(project.exportedAnnotations()).isEmpty();
        logInOverTheTask();
        labeling.awaitSaved();

        assertThat(promptsOf(annotator)).isEqualTo(judged);
        assertThat(promptsOf(other)).isEmpty();
    }

    private void openIn(Chromium opened) {
        chromium = opened;
        page = chromium.newPage();
    }

    private Set<String> judgeWithoutAServer(int count) {
        page.route(VERDICTS, Route::abort);
        Set<String> judged = judge(count);
        assertThat(page.getByText(count + " not yet saved")).isVisible();
        return judged;
    }

    private Set<String> judge(int count) {
        Set<String> judged = new HashSet<>();
        for (int i = 0; i < count; i++) {
            judged.add(said.note(labeling, Side.RIGHT));
            labeling.press("2");
        }
        return judged;
    }

    private void logOut() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Prefstream, all projects")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
        assertThat(page.getByLabel("Password")).isVisible();
    }

    private void logInOverTheTask() {
        page.getByLabel("Password").fill(annotator.password());
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Password")).isHidden();
    }

    /** {@return the prompts of what is stored in somebody's name} */
    private Set<String> promptsOf(Person person) {
        Set<String> prompts = new HashSet<>();
        Json.read(project.export("JSON")).forEach(task -> {
            if (task.at("/annotations/0/completed_by").asLong() == person.id()) {
                prompts.add(task.at("/data/prompt").asText());
            }
        });
        return prompts;
    }
}
