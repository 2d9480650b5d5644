package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.RunningSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/** The labeling page as a person finds their way on it: by what is written there, never by its markup. */
final class LabelingPage {

    private static final Pattern PROMPT = Pattern.compile("Prompt \\d+: which is better\\?");

    private final Page page;

    private LabelingPage(Page page) {
        this.page = page;
    }

    /** Logs in and opens a project by its title. */
    static LabelingPage open(Page page, RunningSystem system, Person person, String project) {
        logIn(page, system, person, project);
        return new LabelingPage(page).awaitComparison();
    }

    /** Logs in and opens a project by its title; does not wait for a comparison, because there may be none. */
    static void logIn(Page page, RunningSystem system, Person person, String project) {
        logIn(page, system, person);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(project)).click();
    }

    /** Logs in, and waits until the projects are shown. */
    static void logIn(Page page, RunningSystem system, Person person) {
        page.navigate(system.connection().url().toString());
        page.getByLabel(ignoringCase("e-?mail")).fill(person.email());
        page.getByLabel(ignoringCase("^password")).fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(ignoringCase("log in|sign in"))).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Projects"))).isVisible();
    }

    /** Opens a project by its address; waits for nothing. */
    static LabelingPage at(Page page, RunningSystem system, long project) {
        page.navigate(system.connection().url() + "/projects/" + project + "/label");
        return new LabelingPage(page);
    }

    /** {@return the answers to a page's requests for tasks, those that are to come too} */
    static List<Response> leases(Page page) {
        List<Response> leases = new CopyOnWriteArrayList<>();
        page.onResponse(response -> {
            if (response.url().endsWith("/leases")) {
                leases.add(response);
            }
        });
        return leases;
    }

    /** Waits until a comparison is shown, and takes keys: one that came by itself does not at first. */
    LabelingPage awaitComparison() {
        assertThat(promptLocator()).isVisible();
        awaitKeys(page);
        return this;
    }

    /** Waits until the page takes keys for the task that is shown. */
    static void awaitKeys(Page page) {
        assertThat(page.locator("main[aria-busy=true]")).hasCount(0);
    }

    /** Waits until every verdict has reached the server. For a moment the page says so without haste. */
    void awaitSaved() {
        awaitSaved(page);
    }

    static void awaitSaved(Page page) {
        assertThat(page.getByText("All saved").and(page.locator("[aria-busy=false]"))).isVisible();
    }

    /** {@return the prompt that is shown} */
    String prompt() {
        return promptLocator().innerText();
    }

    /** {@return the text of an answer that is shown} */
    String answer(Side side) {
        return String.join("\n\n", card(side).locator("p, pre").allInnerTexts()).strip();
    }

    /** Takes a side by a click on its card, and waits for the next comparison. */
    void click(Side side) {
        moveOn(() -> card(side).click());
    }

    /** Presses a key, and waits until another comparison is shown. */
    void press(String key) {
        moveOn(() -> page.keyboard().press(key));
    }

    /** Presses the key of the last comparison, and waits until nothing is left. */
    void pressLast(String key) {
        awaitKeys(page);
        page.keyboard().press(key);
        assertThat(promptLocator()).isHidden();
    }

    /** Clicks the card of the last comparison, and waits until nothing is left. */
    void clickLast(Side side) {
        awaitKeys(page);
        card(side).click();
        assertThat(promptLocator()).isHidden();
    }

    /** A task that came by itself takes no verdict at first: whoever judges it has read it. */
    private void moveOn(Runnable act) {
        awaitKeys(page);
        String before = prompt();
        act.run();
        assertThat(promptLocator()).not().hasText(before);
    }

    private Locator promptLocator() {
        return page.getByText(PROMPT);
    }

    private Locator card(Side side) {
        return page.locator("scroll-box[label='Text of " + side.words + "']");
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Where an answer stands. */
    enum Side {

        LEFT("answer 1"),
        RIGHT("answer 2");

        private final String words;

        Side(String words) {
            this.words = words;
        }
    }
}
