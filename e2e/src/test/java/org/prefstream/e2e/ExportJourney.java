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
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 31: an owner chooses what goes into a file, sees its counts, and downloads it. */
@Order(31)
@ExtendWith(SharedSystem.class)
class ExportJourney {

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Project project;
    private final Person one;
    private final Person other;

    ExportJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, "Export", 2);
        one = project.member(system);
        other = project.member(system);
        List<Long> tasks = project.importComparisons(3);
        judge(one, tasks.get(0), "left");
        judge(other, tasks.get(0), "left");
        judge(one, tasks.get(1), "left");
        judge(other, tasks.get(1), "right");
        judge(one, tasks.get(2), "tie");
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/export");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void theFileHoldsWhatWasChosenAndCounted() throws IOException {
        assertThat(counts()).containsText("4 rows of 5 judged pairs; 1 left out: 1 tie;");
        assertThat(page.getByText("prefer the one and the other. (1)")).isVisible();
        visitor.findsAccessible(counts());

        page.getByLabel("Minimum agreement, in percent").fill("100");
        page.keyboard().press("Tab");
        assertThat(counts()).containsText("2 rows of 5 judged pairs");
        page.getByLabel("One row for each pair of answers, by majority").check();
        assertThat(counts()).containsText("1 row of 5 judged pairs; 4 left out: 1 tie, 2 below the minimum agreement");

        String file = download();
        assertThat(file.lines()).singleElement().satisfies(line -> {
            JsonNode row = Json.read(line);
            assertThat(row.path("annotator_id").asLong()).isEqualTo(one.id());
            assertThat(row.path("votes").asInt()).isEqualTo(2);
            assertThat(row.path("votes_for").asInt()).isEqualTo(2);
        });

        page.reload();
        assertThat(counts()).containsText("1 row of 5 judged pairs");
        assertThat(page.getByLabel("One row for each pair of answers, by majority")).isChecked();
        assertThat(download()).isEqualTo(file);
    }

    @Test
    void peopleAndDatesAreChosenForTablesToo() throws IOException {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("CSV")).check();
        assertThat(counts()).containsText("5 rows of 5 judgements");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("People"))
                .getByLabel(Pattern.compile(other.email().substring(0, other.email().indexOf('@'))))
                .check();
        assertThat(counts()).containsText("2 rows of 5 judgements; 3 left out: 3 by other people");
        assertThat(page.getByLabel("Minimum strength")).isHidden();
        assertThat(download().lines()).hasSize(3);

        page.getByLabel("Judged from").fill("2020-01-02");
        page.getByLabel("Judged until, with this day").fill("2020-01-01");
        assertThat(page.getByText("The last day is before the first one.")).isVisible();
        page.getByLabel("Judged until, with this day").fill("2020-01-03");
        assertThat(counts()).containsText("0 rows of 5 judgements");
    }

    @Test
    void aFormatIsAskedWhatItTakesAndNamesTheRowsThatItRefuses() throws IOException {
        assertThat(page.getByLabel("Kind of training")).hasCount(0);
        page.getByText("For other trainers").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("axolotl")).check();
        page.getByLabel("Kind of training").selectOption("Reward model (bradley_terry.chat_template)");
        file().selectOption("Where each row comes from");
        assertThat(page).hasURL(Pattern.compile("part=provenance&variant=bradley_terry"));
        assertThat(download().lines()).hasSize(4).allMatch(line -> line.contains("\"record_id\""));
        file().selectOption("The rows");
        assertThat(download().lines()).hasSize(4).allMatch(line -> line.startsWith("{\"system\""));
        page.getByLabel("Compression").first().selectOption("gzip (.gz)");
        page.getByText("Code to paste").click();
        assertThat(page.getByText("-o export.jsonl.gz")).isVisible();

        judge(one,
                project.importTasks(List.of(Map.of("prompt", "By whom?", "answer1", "Yes.", "answer2", "No."))).get(0),
                "left");
        page.getByLabel("Compression").first().selectOption("None");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Arena battles")).check();
        page.getByLabel("Rows that break a rule").first().selectOption("Make no file");
        assertThat(page.getByText("There is no such file, because rows break a rule of the format.")).isVisible();
        assertThat(page.locator("export-counts")).containsText("MODEL_NOT_KNOWN");
        assertThat(downloadLink()).hasCount(0);
        visitor.findsAccessible(page.getByLabel("Rows that break a rule").first());
        page.getByLabel("Rows that break a rule").first().selectOption("Leave them out");
        assertThat(counts()).containsText("1 of unknown models");
        assertThat(download().lines()).hasSize(4);
    }

    @Test
    void theCodeToPasteHasTheAddressOfKafka() {
        page.getByText("Code to paste").click();

        assertThat(page.getByText("--bootstrap-server " + system.connection().kafkaBootstrap())).isVisible();
    }

    private String download() throws IOException {
        Download file = page.waitForDownload(() -> downloadLink().click());
        return Files.readString(file.path());
    }

    private Locator file() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("File").setExact(true));
    }

    private Locator downloadLink() {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Download ")));
    }

    private Locator counts() {
        return page.locator("export-counts").getByRole(AriaRole.STATUS).first();
    }

    private static void judge(Person person, long task, String selected) {
        person.api().post("/api/tasks/" + task + "/annotations", Judgement.of(selected)).expect(201);
    }
}
