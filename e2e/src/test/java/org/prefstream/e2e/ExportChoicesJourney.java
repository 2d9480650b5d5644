package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 51: an owner chooses formats by their use and rows by strength, looks at the first ones, and takes code along. */
@Order(51)
@ExtendWith(SharedSystem.class)
class ExportChoicesJourney {

    private static final String FORMULA = "=HYPERLINK(\"x\")";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Project project;

    /** Six preferences, of which two say how much better, and a tie. */
    ExportChoicesJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, "Export choices", 1);
        List<Long> tasks = project.importComparisons(6);
        long formula = project.importTasks(List.of(Map.of("prompt", FORMULA, "answer1", "Yes.", "answer2", "No.")))
                .get(0);
        judge(tasks.get(0), Map.of("selected", "left", "strength", 3));
        judge(tasks.get(1), Map.of("selected", "right", "strength", 1));
        for (int i = 2; i < 5; i++) {
            judge(tasks.get(i), Map.of("selected", "left"));
        }
        judge(tasks.get(5), Map.of("selected", "tie"));
        judge(formula, Map.of("selected", "left"));
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/export");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void formatsStandByTheirUseWithALineEachAndTheFirstRowsAndTheSizeAreShown() {
        for (String use : List.of("To train on", "For other trainers", "For services that tune models",
                "For a spreadsheet", "For scripts, and for Label Studio")) {
            assertThat(page.locator("export-tab :is(legend, summary)").filter(with(use))).isVisible();
        }
        Locator chosen = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("TRL preferences")).first();
        assertThat(chosen).isChecked();
        assertThat(counts())
                .containsText(Pattern.compile("6 rows of 7 judged pairs; 1 left out: 1 tie; [\\d,.]+\\s\\w+\\."));
        Locator rows = page.locator("export-preview pre .row");
        assertThat(rows).hasCount(6);
        assertThat(rows.nth(0)).containsText("\"chosen\"");
        assertThat(rows.nth(5)).hasText("…");
        visitor.findsAccessible(rows.first());
    }

    @Test
    void rowsOfALowStrengthAreLeftOutAndTiesAskedFor() throws IOException {
        page.getByLabel("Minimum strength").selectOption("Much better");
        assertThat(counts()).containsText("1 row of 7 judged pairs");
        assertThat(counts()).containsText("below the minimum strength");
        assertThat(download().lines()).singleElement().asString().contains(Project.promptOf(0));

        page.getByLabel("Minimum strength").selectOption("Any strength");
        page.getByLabel("With rows of ties").check();
        assertThat(counts()).containsText("8 rows of 7 judged pairs");
        assertThat(download().lines()).hasSize(8);
    }

    @Test
    void aTableForASpreadsheetHasNoFormulas() throws IOException {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^CSV"))).check();
        assertThat(page.locator("export-preview pre")).containsText("answer1");
        assertThat(download()).contains("\"=HYPERLINK(");

        page.getByLabel("For a spreadsheet program").check();
        assertThat(page).hasURL(Pattern.compile(".*spreadsheet=true.*"));
        assertThat(download()).contains("'=HYPERLINK(").doesNotContain("\"=HYPERLINK(");
    }

    @Test
    void codeToPasteHasThisInstallationsOwnAddresses() {
        page.getByText("Code to paste").click();

        String origin = system.connection().url().toString();
        Locator code = page.locator("export-tab code-block");
        assertThat(code.filter(with("curl -H"))).containsText(origin + project.path("/export?exportType=TRL"));
        assertThat(code.filter(with("load_dataset("))).containsText("export.jsonl");
        assertThat(code.filter(with("curl -N"))).containsText(origin + project.path("/stream"));
        assertThat(code.filter(with("kafka-console-consumer"))).containsText(system.connection().kafkaBootstrap());
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void judge(long task, Map<String, Object> value) {
        project.owner()
                .post("/api/tasks/" + task + "/annotations", Judgement.withResult(Judgement.pairwise(value)))
                .expect(201);
    }

    private String download() throws IOException {
        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Download ")))
                        .click());
        return Files.readString(file.path());
    }

    private Locator counts() {
        return page.locator("export-counts").getByRole(AriaRole.STATUS).first();
    }
}
