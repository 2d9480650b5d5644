package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 26: an owner sets a project in the page, and deletes it there. */
@Order(26)
@ExtendWith(SharedSystem.class)
class SettingsJourney {

    /** Its prompt is another than that of the project, so that a preview tells them apart. */
    private static final String CONFIGURATION = """
            <View>
              <Text name="p" value="Which one? $prompt"/>
              <Pairwise name="comparison" toName="a,b"/>
              <Text name="a" value="$answer1"/>
              <Text name="b" value="$answer2"/>
            </View>""";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Project project;
    private final String name = "Set " + UUID.randomUUID().toString().substring(0, 8);

    SettingsJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, name, 1);
        project.importTasks(List.of(Project.comparison(1), Project.comparison(2)));
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void whatIsSetInThePageIsWhatAnnotatorsSee() {
        open();
        field("Tie").uncheck();
        field("Ask how much better").check();
        field("Guidelines for annotators").fill("Choose what **helps**.");
        assertThat(page.getByText("3 changes are not saved yet.")).isVisible();
        page.keyboard().press("Control+s");
        assertThat(page.getByText("Saved.")).isVisible();
        visitor.findsAccessible(visitor.heading("Settings"));

        JsonNode stored = stored();
        assertThat(stored.path("allow_tie").asBoolean()).isFalse();
        assertThat(stored.path("ask_strength").asBoolean()).isTrue();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Label")).click();
        assertThat(page.locator("labeling-view task-view")).isVisible();
        Locator verdicts = page.locator("verdict-bar");
        assertThat(verdicts.getByText("Both bad").first()).isVisible();
        assertThat(verdicts.getByText(Pattern.compile("^\\s*Tie"))).hasCount(0);
        LabelingPage.awaitKeys(page);
        page.keyboard().press("g");
        assertThat(page.locator("guidelines-dialog strong")).hasText("helps");
    }

    @Test
    void whatCannotBeSavedIsSaidAtItsFieldAndNotStored() {
        open();
        field("Annotators per task").fill("0");
        page.keyboard().press("Control+s");

        assertThat(page.getByText("This is a whole number from 1 to 1,000.")).isVisible();
        assertThat(field("Annotators per task")).isFocused();
        assertThat(stored().path("maximum_annotations").asInt()).isEqualTo(1);
        visitor.button("Discard").click();
        assertThat(field("Annotators per task")).hasValue("1");
    }

    @Test
    void changesOutliveALookAtAnotherTab() {
        open();
        field("Description").fill("Half written");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export")).click();
        assertThat(visitor.heading("Export")).isVisible();
        page.goBack();

        assertThat(field("Description")).hasValue("Half written");
        assertThat(page.getByText("1 change is not saved yet.")).isVisible();
    }

    @Test
    void aConfigurationIsWrittenWithHelpAndShownBeforeItIsSaved() {
        Alarm alarm = Alarm.on(page, system.connection().url());
        open();
        Locator editor = page.getByRole(AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("Labeling configuration"));
        editor.click();
        page.keyboard().press("Control+a");
        page.keyboard().type("<Vi");
        assertThat(page.locator(".cm-tooltip-autocomplete").getByText("View")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Control+a");
        page.keyboard().insertText(CONFIGURATION.replace("toName=\"a,b\"", "toName=\"a\""));
        assertThat(page.getByText("It cannot be saved.")).isVisible();
        assertThat(visitor.button("Save the configuration")).isDisabled();
        visitor.button("Go to line 3").click();
        assertThat(editor).isFocused();

        page.keyboard().press("Control+a");
        page.keyboard().insertText(CONFIGURATION);
        assertThat(page.getByText("It can be saved.")).isVisible();
        assertThat(
                page.locator("config-section tasks-preview").getByText("Which one? Prompt 1: which is better?").first())
                .isVisible();
        visitor.findsAccessible(visitor.heading("Labeling configuration"));
        page.keyboard().press("Control+s");
        assertThat(page.locator("config-section").getByText("Saved.")).isVisible();
        assertThat(stored().path("label_config").asText()).isEqualTo(CONFIGURATION);
        alarm.assertSilent();
    }

    @Test
    void aConfigurationThatContradictsJudgementsIsRefusedBeforeItIsSaved() {
        long task = project.importComparisons(1).get(0);
        system.owner().post("/api/tasks/" + task + "/annotations", Judgement.of("left")).expect(201);
        open();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Labeling configuration")).click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(CONFIGURATION.replace("comparison", "other"));

        assertThat(page.getByText("1 with from_name=comparison")).isVisible();
        assertThat(visitor.button("Save the configuration")).isDisabled();
    }

    @Test
    void aProjectIsDeletedOnceItsTitleWasTyped() {
        open();
        Locator delete = visitor.button("Delete for good");
        assertThat(page.getByText("2 tasks and 0 judgements are deleted for good.")).isVisible();
        page.getByLabel("To delete it, type its title: " + name).fill("Another");
        assertThat(delete).isDisabled();
        page.getByLabel("To delete it, type its title: " + name).fill(name);
        page.keyboard().press("Enter");

        assertThat(visitor.heading("Projects")).isVisible();
        assertThat(page.getByText(name)).hasCount(0);
        system.owner().get("/api/projects/" + project.id()).expect(404);
    }

    private void open() {
        visitor.open("/projects/" + project.id() + "/settings");
        assertThat(field("Title")).hasValue(name);
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private JsonNode stored() {
        return system.owner().get("/api/projects/" + project.id()).expect(200).json();
    }
}
