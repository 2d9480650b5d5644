package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

/** Journey 22: what annotators say of their own work, and are told of it. */
@Order(22)
@ExtendWith(SharedSystem.class)
class OwnWorkJourney {

    private static final String WHY = "Why do you skip this task?";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;

    OwnWorkJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aReasonToSkipIsGivenByADigitOrInOwnWordsAndIsInTheExport() {
        Project project = project(Map.of("ask_skip_reason", true), 3);
        LabelingPage labeling = open(project);

        String first = labeling.prompt();
        page.keyboard().press("s");
        assertThat(visitor.heading(WHY)).isVisible();
        page.keyboard().press("Escape");
        assertThat(visitor.heading(WHY)).isHidden();
        assertThat(labeling.prompt()).isEqualTo(first);

        page.keyboard().press("s");
        assertThat(visitor.heading(WHY)).isFocused();
        page.keyboard().press("2");
        assertThat(page.getByText("You said: skipped.").first()).isVisible();
        labeling.awaitSaved();
        LabelingPage.awaitKeys(page);
        page.keyboard().press("s");
        assertThat(visitor.heading(WHY)).isFocused();
        page.keyboard().press("4");
        page.keyboard().type("Both answers are cut off.");
        page.keyboard().press("Enter");
        assertThat(visitor.heading(WHY)).isHidden();
        labeling.awaitSaved();

        assertThat(project.exportedAnnotations()).allMatch(one -> one.path("was_cancelled").asBoolean())
                .extracting(one -> one.path("skip_reason").asText())
                .containsExactlyInAnyOrder("The prompt or an answer is broken.", "Both answers are cut off.");
        page.keyboard().press("j");
        assertThat(page.getByText("Both answers are cut off.")).isVisible();
    }

    @Test
    void theReceiptNamesTheRowsThatTheExportHas() {
        Project project = project(Map.of(), 5);
        LabelingPage labeling = open(project);
        for (String key : new String[]{"1", "2", "s", "0"}) {
            LabelingPage.awaitKeys(page);
            labeling.press(key);
            labeling.awaitSaved();
        }

        page.keyboard().press("j");
        assertThat(page.getByText("4 judged · 1 of them skipped")).isVisible();
        assertThat(page.getByText("2 rows in the dataset")).isVisible();
        String hash = page.locator("own-summary code").getAttribute("title");
        assertThat(hash).isEqualTo(sha256(project.exportedRows()
                .values()
                .stream()
                .map(OwnWorkJourney::line)
                .sorted()
                .collect(Collectors.joining())));
    }

    @Test
    void aPairComesBackSwappedAndNothingOfItIsSent() {
        Project project = project(Map.of("check_consistency", true), 14);
        LabelingPage labeling = open(project);
        for (int judged = 0; judged < 11; judged++) {
            LabelingPage.awaitKeys(page);
            labeling.press("1");
            labeling.awaitSaved();
        }
        assertThat(page.getByText("You judged this pair before.")).isVisible();
        LabelingPage.awaitKeys(page);

        labeling.press("2");

        assertThat(page.getByText("You agreed with yourself 1 of 1 time.")).isVisible();
        labeling.awaitSaved();
        assertThat(project.exportedAnnotations()).hasSize(11);
        LabelingPage.awaitKeys(page);
        labeling.press("1");
        labeling.awaitSaved();
        assertThat(project.exportedAnnotations()).hasSize(12);
    }

    private Project project(Map<String, Object> settings, int tasks) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(Map.of("title", "Own work " + UUID.randomUUID(), "label_config", Project.CONFIGURATION));
        Project project = Project.create(system, all);
        project.importComparisons(tasks);
        return project;
    }

    private LabelingPage open(Project project) {
        visitor.logIn(project.member(system));
        return LabelingPage.at(page, system, project.id()).awaitComparison();
    }

    private static String line(JsonNode row) {
        return row.path("record_id").asText() + " " + row.path("revision").asLong() + "\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
