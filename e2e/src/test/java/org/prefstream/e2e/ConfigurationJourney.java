package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 45: an owner finds the way through a configuration by its outline, and looks at any task by it. */
@Order(45)
@ExtendWith(SharedSystem.class)
class ConfigurationJourney {

    private static final String CONFIGURATION = """
            <View>
              <!-- {"data": {"prompt": "From the comment", "answer1": "One", "answer2": "Two"}} -->
              <Text name="p" value="$prompt"/>
              <Pairwise name="comparison" toName="a,b"/>
              <Text name="a" value="$answer1"/>
              <Text name="b" value="$answer2"/>
            </View>""";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Keyboard keyboard;
    private final Alarm alarm;
    private final Project project;

    ConfigurationJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        keyboard = new Keyboard(page);
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system,
                Map.of("title", "Configuration", "label_config", CONFIGURATION, "maximum_annotations", 1));
        project.importComparisons(4);
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/settings");
        assertThat(editor()).isVisible();
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void theOutlineLeadsToATagByTheKeyboardAlone() {
        assertThat(tags()).hasCount(5);
        Locator pairwise = tag("Pairwise");
        assertThat(pairwise).hasText("Pairwise comparison about a,b line 4");
        keyboard.follow(pairwise);

        assertThat(editor()).isFocused();
        assertThat(pairwise).hasAttribute("aria-current", "true");
        keyboard.press("ArrowDown");
        assertThat(pairwise).not().hasAttribute("aria-current", "true");
        keyboard.press("Tab");
        assertThat(editor()).not().isFocused();
        visitor.findsAccessible(pairwise);
    }

    @Test
    void theOutlineFollowsWhatIsWrittenAndNamesTheTagWithAnError() {
        keyboard.follow(tag("Pairwise"));
        keyboard.press("Home", "Shift+End");
        page.keyboard().insertText("  <Pairwise name=\"comparison\" toName=\"a\"/>\n  <Header value=\"Read both\"/>");

        assertThat(tags()).hasCount(6);
        assertThat(tag("Pairwise")).containsText("Error");
        assertThat(tag("Header")).isVisible();
        assertThat(list("Errors").getByRole(AriaRole.BUTTON)).hasText("Go to line 4");
        visitor.findsAccessible(tag("Pairwise"));

        keyboard.follow(visitor.button("Back to what is saved"));
        assertThat(tags()).hasCount(5);
        assertThat(list("Errors")).hasCount(0);
        alarm.assertSilent();
    }

    @Test
    void whatIsNotUnderstoodIsAWarningAtItsLineAndCanBeSaved() {
        keyboard.follow(tag("Pairwise"));
        keyboard.press("End");
        page.keyboard().insertText("<Unknown name=\"x\" toName=\"p\"/>");

        assertThat(list("Warnings")).containsText("Unknown");
        assertThat(page.getByText("It can be saved.")).isVisible();
        keyboard.follow(list("Warnings").getByRole(AriaRole.BUTTON).first());
        assertThat(editor()).isFocused();
        keyboard.press("Control+s");
        assertThat(page.locator("config-section").getByText("Saved.")).isVisible();
        assertThat(system.owner().get(project.path("")).expect(200).json().path("label_config").asText())
                .contains("<Unknown");
    }

    @Test
    void aReasonIsAskedForByAButtonAloneAndIsInTheDataset() {
        keyboard.follow(visitor.button("Ask for a reason in words"));
        assertThat(editor()).isFocused();
        assertThat(tag("TextArea")).hasText("TextArea reason about p line 7");
        assertThat(preview().getByRole(AriaRole.TEXTBOX).first()).isVisible();
        assertThat(visitor.button("Ask for a reason in words")).hasCount(0);
        keyboard.press("Control+s");
        assertThat(page.locator("config-section").getByText("Saved.")).isVisible();

        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        page.getByLabel("reason").fill("It names the cause.");
        keyboard.press("Escape");
        labeling.press("1");
        labeling.awaitSaved();
        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("It names the cause."));
    }

    @Test
    void attributesAndColumnsAreCompleted() {
        editor().click();
        keyboard.press("Control+a");
        page.keyboard().type("<Text va");
        assertThat(proposed("value")).isVisible();
        keyboard.press("Escape");
        page.keyboard().type("lue=\"$ans");

        assertThat(proposed("\"$answer1\"")).isVisible();
        assertThat(proposed("\"$answer2\"")).isVisible();
        visitor.findsAccessible(proposed("\"$answer1\""));
        keyboard.press("Escape");
        alarm.assertSilent();
    }

    @Test
    void anyTaskIsShownByItsNumberByTheKeyboardAlone() {
        assertThat(preview()).containsText(Project.promptOf(0));
        keyboard.write(page.getByLabel("Task number"), "3");
        keyboard.press("Enter");
        assertThat(preview()).containsText(Project.promptOf(2));
        assertThat(preview()).not().containsText(Project.promptOf(0));
        visitor.findsAccessible(page.getByLabel("Task number"));

        keyboard.follow(visitor.button("Next task"));
        assertThat(preview()).containsText(Project.promptOf(3));
        keyboard.press("Enter");
        assertThat(page.getByText("There is none.")).isVisible();
        assertThat(preview()).containsText(Project.promptOf(3));
        keyboard.follow(visitor.button("Task before"));
        assertThat(preview()).containsText(Project.promptOf(2));
        keyboard.write(page.getByLabel("Task number"), "99");
        keyboard.press("Enter");
        assertThat(page.getByText("There is none.")).isVisible();
        assertThat(preview()).containsText(Project.promptOf(2));
        alarm.assertSilent();
    }

    @Test
    void theExampleOfTheCommentIsShownAsItIsWritten() {
        keyboard.follow(visitor.button("Example in the comment"));
        assertThat(preview()).containsText("From the comment");
        assertThat(visitor.button("Example in the comment")).hasAttribute("aria-pressed", "true");
        keyboard.follow(tag("Text").first());
        keyboard.press("End");
        page.keyboard().insertText("<Header value=\"Read both\"/>");
        assertThat(preview()).containsText("Read both");
        assertThat(preview()).containsText("From the comment");

        keyboard.follow(visitor.button("First tasks"));
        assertThat(preview()).containsText(Project.promptOf(0));
    }

    private Locator editor() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Labeling configuration"));
    }

    private Locator list(String name) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator tags() {
        return list("Outline").getByRole(AriaRole.BUTTON);
    }

    private Locator tag(String name) {
        return tags().filter(new Locator.FilterOptions()
                .setHas(page.locator("b").filter(new Locator.FilterOptions().setHasText(name))));
    }

    private Locator proposed(String word) {
        return page.locator(".cm-tooltip-autocomplete")
                .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(word).setExact(true));
    }

    private Locator preview() {
        return page.locator("config-section tasks-preview");
    }

}
