package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** Journey 16, as its author laid it out: folds, repetitions and dialogues, and a style sheet in both arrangements. */
@Order(16)
@ExtendWith(SharedSystem.class)
class LayoutJourney {

    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float?", "It is cold.", "It is lighter than water."),
            Stage.task("Name a prime.", "Seven.", "Nine."));
    static final String FOLDS = """
            <Collapse><Panel value="Quality of it"><Rating name="quality" toName="prompt" title="Quality" required="true"
            requiredMessage="How good is it?"/></Panel>
            <Panel value="Remarks"><TextArea name="remarks" toName="prompt" title="Your remarks"/></Panel></Collapse>""";
    static final String TURNS = """
            <Repeater on="$turns" indexFlag="{{idx}}"><Text name="said_{{idx}}" value="$turns[{{idx}}].said"/>
            <Text name="one_{{idx}}" value="$turns[{{idx}}].one"/><Text name="two_{{idx}}" value="$turns[{{idx}}].two"/>
            <Pairwise name="better_{{idx}}" toName="one_{{idx}},two_{{idx}}" title="Turn {{idx}}"/></Repeater>""";
    private static final String DIALOGUE = """
            <Paragraphs name="prompt" value="$talk" layout="dialogue" nameKey="author" textKey="text"/>
            <Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/>""";

    final Stage stage;

    LayoutJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aStyledConfigurationIsJudgedInItsOwnArrangementAndInOurs() throws IOException {
        Project project = stage.label(Map.of(), styled(), TASKS);
        Locator frame = stage.page().locator(".question");
        Locator left = stage.named(AriaRole.RADIO, "Answer 1 is better").first();

        assertThat(frame).hasCSS("border-left-color", "rgb(51, 187, 102)");
        assertThat(stage.named(AriaRole.REGION, "Prompt")).isHidden();
        assertSideBySide(stage.text("It is cold."), stage.text("It is lighter than water."));
        stage.judge("1");
        stage.press("Control+z");
        assertThat(left).isChecked();
        assertThat(stage.text("You said: answer 1 is better.")).isVisible();
        stage.press("Escape");

        project.owner().patch(project.path("/"), Map.of("labeling_layout", "standard")).expect(200);
        stage.page().reload();
        stage.awaitTask();
        assertThat(stage.named(AriaRole.REGION, "Prompt")).containsText("Name a prime.");
        assertThat(frame).hasCount(0);
        stage.judge("2");
        assertThat(stage.visitor().heading("All done for now")).isVisible();
        assertThat(project.exportedRows()).hasSize(2);
    }

    @Test
    void aFoldOpensWhereAnAnswerIsMissingAndClosesTheOthers() {
        stage.label(Map.of("labeling_layout", "configured"), Stage.TEXTS + Stage.PAIR + FOLDS, TASKS);
        Locator star = stage.named(AriaRole.RADIO, "1 of 5");
        Locator remarks = stage.named(AriaRole.TEXTBOX, "Your remarks");
        assertThat(star).isHidden();
        stage.text("Remarks").click();
        assertThat(remarks).isVisible();

        stage.press("1");

        assertThat(star).isFocused();
        assertThat(remarks).isHidden();
        assertThat(stage.text("How good is it?")).isVisible();
        stage.press("4");
        stage.press("Control+Enter");
        assertThat(stage.text("Name a prime.")).isVisible();
    }

    @Test
    void eachTurnIsJudgedBesideWhatWasSaidAndIsARowOfItsOwn() {
        Project project = stage.project(Map.of("labeling_layout", "configured"), TURNS,
                List.of(Map.of("turns", List.of(turn("Hello?", "Hi.", "What?"), turn("Bye!", "Ciao.", "Go.")))));
        stage.open(project);
        stage.awaitTask();
        Locator left = stage.named(AriaRole.RADIO, "Answer 1 is better");
        Locator right = stage.named(AriaRole.RADIO, "Answer 2 is better");

        assertBelow(stage.text("Hello?"), left.first());
        assertBelow(left.first(), stage.text("Bye!"));
        assertBelow(stage.text("Bye!"), left.last());
        stage.press("1");
        assertThat(left.first()).isChecked();
        assertThat(right.last()).not().isChecked();
        stage.press("2");
        LabelingPage.awaitSaved(stage.page());

        assertThat(stage.visitor().heading("All done for now")).isVisible();
        assertThat(project.exportedRows().values()).extracting(row -> row.path("prompt").asText())
                .containsExactlyInAnyOrder("Hello?", "Bye!");
        assertThat(project.exportedRows().values()).extracting(row -> row.path("control").asText())
                .containsExactlyInAnyOrder("better_0", "better_1");
    }

    @Test
    void aDialogueIsReadTurnByTurn() {
        stage.label(
                Map.of(), DIALOGUE + Stage.PAIR, List
                        .of(Map.of("talk",
                                List.of(Map.of("author", "Ada", "text", "Does it float?"),
                                        Map.of("author", "Ben", "text", "Let me see.")),
                                "answer1", "Yes.", "answer2", "No.")));

        Locator turns = stage.named(AriaRole.REGION, "Prompt").getByRole(AriaRole.LISTITEM);
        assertThat(turns).hasCount(2);
        assertThat(turns.first()).containsText(Pattern.compile("Ada.*\\s*Does it float\\?"));
        assertThat(turns.last()).containsText(Pattern.compile("Ben.*\\s*Let me see\\."));
    }

    private static Map<String, String> turn(String said, String one, String two) {
        return Map.of("said", said, "one", one, "two", two);
    }

    private static void assertBelow(Locator above, Locator below) {
        assertThat(below.boundingBox().y).isGreaterThan(above.boundingBox().y);
    }

    private static void assertSideBySide(Locator one, Locator other) {
        BoundingBox left = one.boundingBox();
        BoundingBox right = other.boundingBox();
        assertThat(Math.abs(left.y - right.y)).isLessThan(left.height);
        assertThat(Math.abs(left.x - right.x)).isGreaterThan(100);
    }

    private static String styled() throws IOException {
        try (InputStream in = LayoutJourney.class.getResourceAsStream("/styled-comparison.xml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
