package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.LabelingPage.Side;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 17: what was judged before is found again, read, and said otherwise, and the export says the same. */
@Order(17)
@ExtendWith(SharedSystem.class)
class HistoryJourney {

    static final int TASKS = 5;
    static final String NO_CHANGES = "This project takes no changes once a task is judged.";

    final RunningSystem system;
    final Chromium.Shared browser;
    final Project project;
    Visitor visitor;
    Page page;
    LabelingPage labeling;

    HistoryJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system, "History " + UUID.randomUUID(), 1);
        project.importComparisons(TASKS);
    }

    @BeforeEach
    void openThePage() {
        visitor = Visitor.of(system, browser);
        visitor.logIn(project.member(system));
        page = visitor.page();
        labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aJudgementIsSaidOtherwiseAfterAReload() {
        String judged = labeling.prompt();
        String other = labeling.answer(Side.RIGHT);
        labeling.press("1");
        reload();

        labeling.press("Control+z");
        assertThat(page.getByText("You said: answer 1 is better.").first()).isVisible();
        assertThat(labeling.awaitComparison().prompt()).isEqualTo(judged);
        labeling.press("2");
        labeling.awaitSaved();

        JsonNode row = onlyRow();
        assertThat(row.path("prompt").asText()).isEqualTo(judged);
        assertThat(row.path("chosen").asText()).isEqualTo(other);
        assertThat(row.path("revision").asLong()).isEqualTo(2);
        assertThat(project.exportedAnnotations()).hasSize(1);
    }

    @Test
    void goingForwardAgainAfterAReloadChangesNothing() {
        String first = labeling.prompt();
        labeling.press("1");
        String second = labeling.prompt();
        labeling.press("2");
        reload();
        String third = labeling.prompt();

        labeling.press("Control+z");
        labeling.press("Control+z");
        assertThat(labeling.prompt()).isEqualTo(first);
        labeling.press("Control+Shift+z");
        assertThat(labeling.prompt()).isEqualTo(second);
        assertThat(page.getByText("You said: answer 2 is better.")).isVisible();
        labeling.press("Control+y");
        assertThat(labeling.prompt()).isEqualTo(third);

        assertThat(project.exportedRows().values()).hasSize(2)
                .allSatisfy(row -> assertThat(row.path("revision").asLong()).isEqualTo(1));
    }

    @Test
    void aPreferenceThatBecomesATieAfterAReloadLeavesTheDataset() {
        labeling.press("1");
        reload();

        labeling.press("Control+z");
        labeling.awaitComparison().press("0");
        labeling.awaitSaved();

        assertThat(project.exportedRows()).isEmpty();
        assertThat(project.exportedAnnotations()).extracting(HistoryJourney::selected).containsExactly("tie");
    }

    @Test
    void myJudgementsAreListedTheNewestFirst() {
        String first = judge("1");
        String second = judge("0");
        String third = judge("b");

        openMyJudgements();

        assertThat(listed()).containsText(new String[]{third, second, first});
        assertThat(listed()).containsText(new String[]{"Both bad", "Tie", "Answer 1"});
    }

    @Test
    void aJudgementIsFoundByWordsOfItsPromptAndChanged() {
        judge("0");
        String prompt = labeling.prompt();
        String other = labeling.answer(Side.RIGHT);
        judge("1");
        judge("0");

        openMyJudgements();
        search(prompt.substring(0, prompt.indexOf(':')).toUpperCase(Locale.ROOT));
        assertThat(listed()).hasCount(1);
        listed().getByRole(AriaRole.LINK).click();
        assertThat(visitor.heading("My judgement of #")).isFocused();
        page.keyboard().press("2");

        assertThat(page.getByText("Changed to: answer 2 is better.")).isVisible();
        LabelingPage.awaitSaved(page);
        assertThat(listed()).containsText(new String[]{"Answer 2"});
        assertThat(listed().getByText("Changed")).isVisible();
        JsonNode row = onlyRow();
        assertThat(row.path("prompt").asText()).isEqualTo(prompt);
        assertThat(row.path("chosen").asText()).isEqualTo(other);
        assertThat(row.path("revision").asLong()).isEqualTo(2);
    }

    @Test
    void wordsThatNobodyWasShownAreNotFound() {
        judge("1");

        openMyJudgements();
        search("model-a");
        assertThat(visitor.heading("Nothing found")).isVisible();
        assertThat(page.getByText("None of your judgements in this project contains “model-a”.")).isVisible();

        search("");
        assertThat(listed()).hasCount(1);
    }

    @Test
    void whereNothingMayBeChangedMyJudgementsAreReadOnlyAndSaySo() {
        forbidChanges();
        judge("1");

        openMyJudgements();
        listed().getByRole(AriaRole.LINK).click();
        assertThat(page.getByText(NO_CHANGES).first()).isVisible();
        assertThat(visitor.button("Answer 2 is better")).isHidden();
        page.keyboard().press("2");
        assertThat(page.getByRole(AriaRole.STATUS).getByText(NO_CHANGES)).isVisible();
        visitor.button("Go on").click();

        assertThat(listed()).containsText(new String[]{"Answer 1"});
        assertThat(onlyRow().path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void whereNothingMayBeChangedGoingBackIsForReading() {
        forbidChanges();
        judge("1");
        reload();
        String next = labeling.prompt();

        labeling.press("Control+z");
        labeling.awaitComparison();
        page.keyboard().press("2");
        assertThat(page.getByRole(AriaRole.STATUS).getByText(NO_CHANGES)).isVisible();
        labeling.press("Escape");
        assertThat(labeling.prompt()).isEqualTo(next);

        assertThat(onlyRow().path("revision").asLong()).isEqualTo(1);
    }

    private void forbidChanges() {
        project.owner().patch(project.path("/"), Map.of("allow_changes", false)).expect(200);
        page.reload();
        labeling.awaitComparison();
    }

    /** Judges what is shown, waits until that is stored, and returns the prompt. */
    private String judge(String key) {
        String prompt = labeling.prompt();
        labeling.press(key);
        labeling.awaitSaved();
        return prompt;
    }

    private void reload() {
        labeling.awaitSaved();
        page.reload();
        labeling.awaitComparison();
    }

    private void openMyJudgements() {
        page.keyboard().press("j");
        assertThat(visitor.heading("My judgements")).isVisible();
        assertThat(listed().first()).isVisible();
    }

    private void search(String words) {
        page.getByRole(AriaRole.SEARCHBOX).fill(words);
    }

    private Locator listed() {
        return page.getByRole(AriaRole.LISTITEM);
    }

    private JsonNode onlyRow() {
        List<JsonNode> rows = List.copyOf(project.exportedRows().values());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String selected(JsonNode annotation) {
        return annotation.at("/result/0/value/selected").asText();
    }
}
