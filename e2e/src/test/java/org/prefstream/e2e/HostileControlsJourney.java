package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.HostileText;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 20, controls: what is ranked, chosen, named and written by people does nothing but be there, either. */
@Order(20)
@ExtendWith(SharedSystem.class)
class HostileControlsJourney {

    private static final List<String> STARTS = HostileText.storable().stream().map(text -> text.first(20)).toList();
    private static final int EACH = 20;

    private final RunningSystem system;
    private final Stage stage;
    private final Page page;
    private final Alarm alarm;

    HostileControlsJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        stage = Stage.of(system, browser);
        page = stage.page();
        alarm = Alarm.on(page, system.connection().url());
    }

    @AfterEach
    void nothingHasHappened() {
        try {
            alarm.assertSilent();
        } finally {
            stage.close();
        }
    }

    @Test
    void itemsThatAreRankedAndSorted() {
        skipAll("""
                <Text name="prompt" value="$prompt"/><List name="items" value="$items"/><Ranker name="order" toName="items"/>
                <List name="again" value="$items" title="Again"/><Ranker name="boxes" toName="again">
                <Bucket name="good" title="Helps"/><Bucket name="bad" title="Does not help"/></Ranker>""",
                HostileTasks.lists());
    }

    @Test
    void namesInDialoguesChoicesOfTasksAndAddressesOfImages() {
        skipAll("""
                <Text name="prompt" value="$prompt"/>
                <Paragraphs name="said" value="$said" layout="dialogue" nameKey="author" textKey="text"/>
                <Image name="picture" value="$picture"/><Choices name="options" toName="prompt" value="$options"/>""",
                HostileTasks.dialogues());
    }

    @Test
    void rationalesAndReasonsForSkipsInMyJudgements() {
        List<String> reasons = IntStream.iterate(0, from -> from < STARTS.size(), from -> from + EACH)
                .mapToObj(from -> String.join(" ", STARTS.subList(from, Math.min(from + EACH, STARTS.size()))))
                .toList();
        stage.label(Map.of("ask_skip_reason", true),
                Stage.TEXTS + Stage.PAIR + "<TextArea name=\"why\" toName=\"prompt\" title=\"Why\"/>",
                IntStream.rangeClosed(0, reasons.size()).mapToObj(Project::comparison).toList());
        page.getByLabel("Why").fill(String.join("\n", STARTS));
        stage.press("Escape");
        stage.judge("1");
        for (String reason : reasons) {
            LabelingPage.awaitKeys(page);
            stage.press("s");
            page.getByLabel("In your own words").fill(reason);
            stage.judge("Enter");
        }

        stage.press("j");
        Locator judged = page.getByRole(AriaRole.LISTITEM);
        assertThat(judged).hasCount(1 + reasons.size());
        assertThat(judged.first()).containsText("Skipped");
        judged.last().getByRole(AriaRole.LINK).click();
        assertThat(stage.named(AriaRole.TEXTBOX, "Why")).hasValue(Pattern.compile("alert"));
    }

    /** Goes through all tasks by key, as far as the last one. */
    private void skipAll(String tags, List<Map<String, Object>> tasks) {
        Project project = Project.create(system,
                Map.of("title", "Hostile " + UUID.randomUUID().toString().substring(0, 8), "label_config",
                        "<View>" + tags + "</View>"));
        project.importTasks(tasks);
        stage.visitor().logIn(project.member(system));
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        for (int left = tasks.size(); left > 1; left--) {
            labeling.press("s");
        }
        labeling.pressLast("s");
        LabelingPage.awaitSaved(page);
        assertThat(stage.visitor().heading("All done for now")).isVisible();
    }
}
