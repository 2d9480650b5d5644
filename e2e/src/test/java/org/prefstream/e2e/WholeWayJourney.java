package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;

/**
 * Journey 40: somebody who has never seen the system takes a file, judges it, has it judged by a second person whom they invite, sees
 * what the judgements are like, and downloads what a training job loads.
 */
@Order(40)
@ExtendWith(SharedSystem.class)
class WholeWayJourney {

    private static final int TASKS = 10;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final Pattern LABELING = Pattern.compile(".*/projects/\\d+/label");
    private static final String PASSWORD = "a long pass phrase";

    private final RunningSystem system;
    private final Visitor owner;
    private final Visitor invited;
    private final String title = "Whole way " + UUID.randomUUID().toString().substring(0, 8);
    private final String email = "w" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    @TempDir
    Path folder;

    WholeWayJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        owner = Visitor.of(system, browser);
        invited = Visitor.of(system, browser);
    }

    @AfterEach
    void close() {
        owner.close();
        invited.close();
    }

    @Test
    void fromAFileToADatasetByTheMouse() throws IOException {
        Page page = owner.page();
        owner.open("/");
        page.getByLabel("Email").fill(system.connection().email());
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(system.connection().password());
        owner.button("Log in").click();
        assertThat(owner.heading("Projects")).isVisible();
        owner.drop("answers.csv", rows(","));
        page.getByLabel("Title of the project").fill(title);
        page.getByLabel("Annotators per task").fill("2");
        owner.button("Create the project and label").click();
        judgeAll(page, side -> card(page, side).click());

        link(page, "All projects").click();
        link(page, "Export " + title).click();
        link(page, "People").click();
        owner.button("Make a link").click();
        String link = page.getByLabel("Link of the invitation").inputValue();
        accept(invited.page(), link, Locator::click);
        judgeAll(invited.page(), side -> card(invited.page(), side).click());

        link(page, "Overview").click();
        seesWhatTheJudgementsAreLike(page);
        link(page, "Export").click();
        Locator download = page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Download TRL preferences"));
        loads(page.waitForDownload(download::click));
    }

    @Test
    void fromAFileToADatasetByTheKeyboardAlone() throws IOException {
        Page page = owner.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        owner.open("/");
        assertThat(page.getByLabel("Email")).isFocused();
        page.keyboard().type(system.connection().email());
        page.keyboard().press("Tab");
        page.keyboard().type(system.connection().password());
        page.keyboard().press("Enter");
        assertThat(owner.heading("Projects")).isVisible();
        page.evaluate("rows => navigator.clipboard.writeText(rows)", rows("\t"));
        page.keyboard().press("Control+v");
        assertThat(page.getByLabel("Title of the project")).isFocused();
        page.keyboard().type(title);
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Annotators per task")).isFocused();
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        judgeAll(page, side -> page.keyboard().press(side));

        follow(page, "All projects");
        follow(page, "Export " + title);
        follow(page, "People");
        new Keyboard(page).follow(owner.button("Make a link"));
        assertThat(page.getByLabel("Link of the invitation")).isFocused();
        page.keyboard().press("Control+c");
        accept(invited.page(), (String) page.evaluate("navigator.clipboard.readText()"),
                button -> button.page().keyboard().press("Enter"));
        judgeAll(invited.page(), side -> invited.page().keyboard().press(side));

        follow(page, "Overview");
        seesWhatTheJudgementsAreLike(page);
        follow(page, "Export");
        Locator download = page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Download TRL preferences"));
        assertThat(download).isVisible();
        new Keyboard(page).reach(download);
        loads(page.waitForDownload(() -> page.keyboard().press("Enter")));
    }

    /** Ten tasks, of which the answer that is right is told by what it says. */
    private static String rows(String separator) {
        return IntStream.range(0, TASKS)
                .mapToObj(i -> String.join(separator, "What is " + i + " plus one?", "It is " + (i + 1),
                        "I do not know " + i))
                .collect(Collectors.joining("\n", String.join(separator, "prompt", "answer1", "answer2") + "\n", "\n"));
    }

    /** Judges ten tasks, each by the answer that is right, wherever it stands. */
    private static void judgeAll(Page page, Consumer<String> choose) {
        assertThat(page).hasURL(LABELING, new PageAssertions.HasURLOptions().setTimeout(PATIENCE_MILLIS));
        Set<String> judged = new HashSet<>();
        for (int i = 0; i < TASKS; i++) {
            Locator prompt = page.getByText(Pattern.compile("^What is \\d+ plus one\\?$"));
            assertThat(prompt).isVisible();
            LabelingPage.awaitKeys(page);
            String asked = prompt.innerText();
            judged.add(asked);
            choose.accept(card(page, "1").getByText(Pattern.compile("^It is \\d+$")).count() == 1 ? "1" : "2");
            assertThat(page.getByText(asked, new Page.GetByTextOptions().setExact(true))).hasCount(0);
        }
        assertThat(judged).hasSize(TASKS);
        LabelingPage.awaitSaved(page);
    }

    private static Locator card(Page page, String side) {
        return page.locator("scroll-box[label='Text of answer " + side + "']");
    }

    private void accept(Page page, String link, Consumer<Locator> press) {
        assertThat(link).startsWith(system.connection().url() + "/invitations#");
        page.navigate(link);
        page.getByLabel("Email").focus();
        for (String word : List.of(email, "Bo", "Lund", PASSWORD)) {
            page.keyboard().type(word);
            if (!word.equals(PASSWORD)) {
                page.keyboard().press("Tab");
            }
        }
        press.accept(page.locator("invitation-page form button"));
    }

    /** Ten pairs of judgements that all agree; sides are balanced, so the left answer was not always the right one. */
    private static void seesWhatTheJudgementsAreLike(Page page) {
        assertThat(figures(page, "Judgements")).containsText("20", patiently());
        assertThat(figures(page, "Tasks done")).containsText("All tasks are done.", patiently());
        assertThat(figures(page, "Records on the topic")).containsText("20", patiently());
        assertThat(figures(page, "Verdicts on pairs")).containsText(Pattern.compile("One is better\\s*20 · 100\\s?%"));
        assertThat(figures(page, "Agreement")).containsText(Pattern.compile("100\\s?% of 10 pairs of judgements"),
                patiently());
        assertThat(page.locator("people-table")
                .getByRole(AriaRole.ROWHEADER, new Locator.GetByRoleOptions().setName("Bo Lund"))).isVisible();
    }

    private void loads(Download download) throws IOException {
        download.saveAs(folder.resolve("preferences.jsonl"));
        JsonNode rows = Json.read(Python.withLoaders().runResource(folder, "load_dataset.py"));

        List<JsonNode> loaded = new ArrayList<>(StreamSupport.stream(rows.spliterator(), false).toList());
        assertThat(loaded).hasSize(2 * TASKS).allSatisfy(row -> {
            int number = Integer.parseInt(row.path("prompt").asText().replaceAll("\\D", ""));
            assertThat(row.path("chosen").asText()).isEqualTo("It is " + (number + 1));
            assertThat(row.path("rejected").asText()).isEqualTo("I do not know " + number);
        });
    }

    private static Locator figures(Page page, String heading) {
        Locator title = page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(heading).setExact(true).setLevel(2));
        return page.locator("overview-tab section").filter(new Locator.FilterOptions().setHas(title));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /** Follows a link by the keyboard. */
    private static void follow(Page page, String name) {
        new Keyboard(page).follow(link(page, name));
    }
}
