package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Journey 16, by keyboard alone: what is asked beside the pair is reached, answered, taken back and stored without a mouse. */
@Order(16)
@ExtendWith(SharedSystem.class)
class ControlsJourney {

    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float?", "It is cold.", "It is lighter than water."),
            Stage.task("Name a prime.", "Seven.", "Nine."));
    private static final String CHOICES = """
            <Choices name="subject" toName="prompt" title="Subject" required="true" requiredMessage="Which subject?">
            <Choice value="Physics and heat" alias="physics" hotkey="x" hint="What moves, and why"/><Choice value="Law"/></Choices>
            <Choices name="faults" toName="prompt" choice="multiple" layout="inline" title="Faults">
            <Choice value="Rude" hotkey="q"/><Choice value="Wrong"/></Choices>
            <Choices name="language" toName="prompt" layout="select" title="Language">
            <Choice value="English"/><Choice value="German" alias="de"/></Choices>
            <Choices name="tones" toName="prompt" choice="multiple" layout="select" title="Tones">
            <Choice value="Calm"/><Choice value="Loud"/></Choices>""";
    private static final String FIELDS = """
            <Number name="minutes" toName="prompt" min="0" max="60" title="Minutes"/>
            <TextArea name="why" toName="prompt" title="Why" placeholder="Say why in a sentence" rows="3" maxSubmissions="2"/>
            <Rating name="quality" toName="prompt" title="Quality"/>""";
    private static final String BELOW_OTHERS = """
            <Choices name="topics" toName="prompt" value="$topics" choice="multiple" allowNested="true" title="Topics"/>
            <Choices name="fault" toName="prompt" allowNested="true" title="Fault">
            <Choice value="Facts"><Choice value="Outdated"/><Choice value="Invented"/></Choice></Choices>""";
    private static final String FLAG = """
            <Choices name="flag" toName="prompt"><Choice value="Odd"/></Choices>""";

    final Stage stage;

    ControlsJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void optionsAreChosenByArrowsSpaceAndTheirOwnKeys() {
        Project project = stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + CHOICES, TASKS);
        Locator physics = stage.named(AriaRole.RADIO, "Physics and heat");
        Locator law = stage.named(AriaRole.RADIO, "Law");
        Locator rude = stage.named(AriaRole.CHECKBOX, "Rude");

        stage.press("1");
        assertThat(physics).isFocused();
        assertThat(stage.text("Which subject?")).isVisible();
        assertThat(physics).hasAccessibleDescription("What moves, and why");
        stage.press("ArrowDown");
        assertThat(law).isChecked();
        stage.press("Backspace");
        assertThat(law).not().isChecked();
        stage.press("x");
        assertThat(physics).isChecked();
        assertThat(physics).isFocused();

        stage.tabTo(rude);
        stage.press("Space");
        assertThat(rude).isChecked();
        stage.press("q");
        assertThat(rude).not().isChecked();
        stage.tabTo(stage.named(AriaRole.CHECKBOX, "Wrong"));
        stage.press("Space");
        stage.tabTo(stage.named(AriaRole.COMBOBOX, "Language"));
        stage.press("ArrowDown");
        stage.press("ArrowDown");
        chooseFromTheListThatDropsDown();
        saveAndGoOn();

        assertThat(valueOf(project, "subject")).isEqualTo(Json.read("{\"choices\": [\"physics\"]}"));
        assertThat(valueOf(project, "faults")).isEqualTo(Json.read("{\"choices\": [\"Wrong\"]}"));
        assertThat(valueOf(project, "language")).isEqualTo(Json.read("{\"choices\": [\"de\"]}"));
        assertThat(valueOf(project, "tones")).isEqualTo(Json.read("{\"choices\": [\"Calm\"]}"));
    }

    /** Esc closes the list, and the focus is where it was opened. */
    private void chooseFromTheListThatDropsDown() {
        Locator calm = stage.named(AriaRole.CHECKBOX, "Calm");
        assertThat(stage.text("Nothing chosen")).isVisible();
        stage.press("Tab");
        stage.press("Enter");
        stage.tabTo(calm);
        stage.press("Space");
        assertThat(calm).isChecked();
        stage.press("Escape");
        assertThat(calm).isHidden();
        stage.press("Enter");
        assertThat(calm).isVisible();
        stage.press("Escape");
        assertThat(stage.text("Nothing chosen")).isHidden();
    }

    /** Those of the data, and those of the configuration. */
    @Test
    void optionsBelowOthersAreStoredWithThePathToThem() {
        JsonNode topics = Json.read("""
                [{"value": "Sciences", "children": [{"value": "Physics"}, {"value": "Law"}]}, {"value": "Other"}]""");
        List<Map<String, Object>> tasks = TASKS.stream().map(task -> with("topics", topics, task)).toList();
        Project project = stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + BELOW_OTHERS, tasks);
        Locator sciences = stage.named(AriaRole.CHECKBOX, "Sciences");
        Locator fault = stage.named(AriaRole.RADIO, "Facts › Outdated");

        stage.tabTo(stage.named(AriaRole.CHECKBOX, "Sciences › Law"));
        stage.press("Space");
        assertThat(sciences).isChecked(new LocatorAssertions.IsCheckedOptions().setIndeterminate(true));
        stage.tabTo(fault);
        stage.press("Space");
        assertThat(fault).isChecked();
        saveAndGoOn();

        assertThat(valueOf(project, "topics")).isEqualTo(Json.read("{\"choices\": [[\"Sciences\", \"Law\"]]}"));
        assertThat(valueOf(project, "fault")).isEqualTo(Json.read("{\"choices\": [[\"Facts\", \"Outdated\"]]}"));
    }

    @Test
    void aNumberBeyondItsBoundsKeepsTheVerdictUntilItIsMended() {
        Project project = stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + FIELDS, TASKS);
        Locator minutes = stage.named(AriaRole.SPINBUTTON, "Minutes");
        stage.tabTo(minutes);
        stage.page().keyboard().type("61");
        assertThat(stage.text("Write a number from 0 to 60.")).isVisible();
        stage.press("Escape");
        stage.press("2");
        assertThat(minutes).isFocused();
        assertThat(stage.text("Why does ice float?")).isVisible();
        stage.press("Control+a");
        stage.page().keyboard().type("59");
        minutes.hover();
        stage.page().mouse().wheel(0, -200);
        assertThat(minutes).hasValue("59");

        writeTwoReasons();
        giveThreeStars();
        saveAndGoOn();

        assertThat(valueOf(project, "minutes")).isEqualTo(Json.read("{\"number\": 59}"));
        assertThat(valueOf(project, "why")).isEqualTo(Json.read("{\"text\": [\"It is short.\", \"It is true.\"]}"));
        assertThat(valueOf(project, "quality")).isEqualTo(Json.read("{\"rating\": 3}"));
    }

    private void writeTwoReasons() {
        Locator why = stage.named(AriaRole.TEXTBOX, "Why");
        Locator another = stage.named(AriaRole.BUTTON, "Add another");
        assertThat(why).hasAttribute("placeholder", "Say why in a sentence");
        assertThat(why).hasAttribute("rows", "3");
        stage.tabTo(why);
        stage.page().keyboard().type("It is short.");
        stage.tabTo(another);
        stage.press("Enter");
        assertThat(stage.named(AriaRole.TEXTBOX, "Why, text 2")).isFocused();
        stage.page().keyboard().type("It is true.");
        assertThat(another).isHidden();
    }

    private void giveThreeStars() {
        Locator four = stage.named(AriaRole.RADIO, "4 of 5");
        stage.tabTo(stage.named(AriaRole.RADIO, "1 of 5"));
        stage.press("4");
        assertThat(four).isChecked();
        stage.press("Backspace");
        assertThat(four).not().isChecked();
        stage.press("3");
        assertThat(stage.named(AriaRole.RADIO, "3 of 5")).isFocused();
    }

    @Test
    void aDigitAloneDoesNotFinishAPairBesideARanker() {
        Project project = stage.label(Map.of(),
                Stage.TEXTS + Stage.PAIR
                        + "<List name=\"items\" value=\"$items\"/><Ranker name=\"order\" toName=\"items\"/>",
                List.of(Map.of("prompt", "Which is best?", "answer1", "Yes.", "answer2", "No.", "items",
                        List.of("one", "two"))));

        stage.press("1");
        assertThat(stage.named(AriaRole.GROUP, "Answer 1, not ranked yet")).isFocused();
        assertThat(stage.text("“order” still needs an answer.")).isVisible();
        assertThat(project.exportedAnnotations()).isEmpty();
        stage.press("Enter");
        assertThat(stage.named(AriaRole.GROUP, "Answer 2, not ranked yet")).isFocused();
        stage.press("Enter");
        assertThat(stage.named(AriaRole.GROUP, "Answer 2, place 2 of 2")).isFocused();
        stage.press("Control+Enter");
        LabelingPage.awaitSaved(stage.page());

        assertThat(valueOf(project, "comparison").path("selected").asText()).isIn("left", "right");
        assertThat(valueOf(project, "order").at("/ranker/order")).hasSize(2);
    }

    @Test
    void thatNobodyCanJudgeIsOneKey() {
        Project project = stage.label(TASKS);

        stage.judge("c");

        assertThat(stage.text("You said: cannot judge.")).isVisible();
        assertThat(valueOf(project, "comparison").path("selected").asText()).isEqualTo("cannot_judge");
        assertThat(project.exportedRows()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsAskedForOnceAndStored() {
        Project project = stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + FLAG, TASKS);

        stage.press("Control+Enter");
        assertThat(stage.text("Nothing is answered. Press again to save it empty.")).isVisible();
        assertThat(stage.text("Why does ice float?")).isVisible();
        saveAndGoOn();

        assertThat(project.exportedAnnotations()).singleElement()
                .satisfies(annotation -> assertThat(annotation.path("result")).isEmpty());
    }

    @Test
    void aProjectThatTakesNoEmptyAnswerGetsNone() {
        Project project = stage.label(Map.of("enable_empty_annotation", false), Stage.TEXTS + Stage.PAIR + FLAG, TASKS);

        stage.press("Control+Enter");
        stage.press("Control+Enter");

        assertThat(stage.text("Nothing is answered yet. Answer something, or skip the task.")).isVisible();
        assertThat(stage.text("Why does ice float?")).isVisible();
        assertThat(project.exportedAnnotations()).isEmpty();
    }

    /** Saves the first task by the key for it, and waits for the second one. */
    private void saveAndGoOn() {
        stage.press("Control+Enter");
        assertThat(stage.text("Name a prime.")).isVisible();
        LabelingPage.awaitSaved(stage.page());
    }

    private static Map<String, Object> with(String key, Object value, Map<String, String> task) {
        Map<String, Object> more = new HashMap<>(task);
        more.put(key, value);
        return more;
    }

    private static JsonNode valueOf(Project project, String control) {
        for (JsonNode region : project.exportedAnnotations().get(0).path("result")) {
            if (region.path("from_name").asText().equals(control)) {
                return region.path("value");
            }
        }
        throw new AssertionError("nothing is answered to " + control);
    }
}
