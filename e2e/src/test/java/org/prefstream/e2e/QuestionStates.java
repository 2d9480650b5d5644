package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.prefstream.e2e.support.ImageServer;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** States of tasks that ask for more than one verdict, or in their author's own way. */
final class QuestionStates {

    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float on water?", "It is cold, so it floats.", TaskStates.PLAIN),
            Stage.task("Name a prime.", "7", "9"));
    private static final String QUESTIONS = """
            <Choices name="problems" toName="prompt" choice="multiple" layout="inline" title="What is wrong?">
            <Choice value="Factually wrong" hotkey="x"/><Choice value="Too long" hint="More than the question needs"/>
            <Choice value="Rude"/></Choices>
            <Choices name="language" toName="prompt" layout="select" title="Language"><Choice value="English"/><Choice value="Other"/></Choices>
            <Rating name="quality" toName="prompt" required="true" title="Quality of the better one" requiredMessage="How good is it?"/>
            <Number name="minutes" toName="prompt" min="0" max="60" title="Minutes"/>
            <TextArea name="why" toName="prompt" placeholder="Say why in a sentence" rows="2"/>""";
    private static final String BELOW_OTHERS = """
            <Choices name="faults" toName="prompt" choice="multiple" allowNested="true" title="What is wrong?">
            <Choice value="Facts"><Choice value="Outdated"/><Choice value="Invented" hint="Stands in no source"/></Choice>
            <Choice value="Tone"><Choice value="Rude"/><Choice value="Flattering"/></Choice><Choice value="Too long"/></Choices>
            <Choices name="subject" toName="prompt" allowNested="true" title="Subject"><Choice value="Sciences"><Choice value="Physics"/>
            <Choice value="Life"><Choice value="Botany"/><Choice value="Zoology"/></Choice></Choice><Choice value="Other"/></Choices>""";
    private static final String BUCKETS = """
            <Bucket name="good" title="Helps the person"/><Bucket name="bad" title="Does not help"/>""";
    private static final String AUTHORED = """
            <Style>.root { padding: 20px; background-color: #f0f0f0 } .prompt { padding: 20px; background-color: #0069d9; color: #ffffff;
            border-radius: 5px; margin-bottom: 20px } .answers { display: flex; flex-wrap: wrap; gap: 20px }
            .answer-box { flex-basis: 45%; padding: 20px; background-color: rgb(44, 62, 80); color: #ffffff; border-radius: 5px }</Style>
            <View className="root"><View className="prompt"><Text name="prompt" value="$prompt"/></View>
            <View className="answers"><Pairwise name="comparison" toName="answer1,answer2"
            selectionStyle="background-color: #1b6e3c; border: 2px solid #2ecc71"/>
            <View className="answer-box"><Text name="answer1" value="$answer1"/></View>
            <View className="answer-box"><Text name="answer2" value="$answer2"/></View></View></View>""";

    private QuestionStates() {
    }

    static List<State> all() {
        return List.of(new State("strength", stage -> {
            stage.label(Map.of("ask_strength", true), Stage.TEXTS + Stage.PAIR, TASKS);
            return stage.page().getByText("Much better").or(stage.page().locator("verdict-bar")).first();
        }), new State("strength-chosen", stage -> {
            stage.label(Map.of("ask_strength", true), Stage.TEXTS + Stage.PAIR + QUESTIONS, TASKS);
            stage.press("6");
            return stage.text("How good is it?");
        }), asks("questions", Stage.TEXTS + Stage.PAIR + QUESTIONS, "control-strip"),
                new State("options-below-others", QuestionStates::belowOthers),
                new State("missing-answer", QuestionStates::missing),
                asks("several-pairs", Stage.TEXTS + """
                        <Pairwise name="helpful" toName="answer1,answer2" title="Which is more helpful?"/>
                        <Pairwise name="harmless" toName="answer1,answer2" title="Which is more harmless?"/>""",
                        "pair-field"),
                new State("ranker", stage -> ranker(stage, "")), new State("ranker-begun", stage -> {
                    Locator asked = ranker(stage, "");
                    begin(stage, "order-item", "Enter");
                    return asked;
                }), new State("buckets", stage -> {
                    Locator asked = ranker(stage, BUCKETS);
                    begin(stage, "bucket-item", "1");
                    return asked;
                }), new State("folds", QuestionStates::folds), new State("turns", QuestionStates::turns),
                new State("image", QuestionStates::image), new State("image-enlarged", stage -> {
                    QuestionStates.image(stage).click();
                    return stage.named(AriaRole.DIALOG, "Image: A blue square");
                }), asks("authored-layout", AUTHORED, "authored-layout"),
                new State("blocked", QuestionStates::blocked));
    }

    private static State asks(String name, String tags, String element) {
        return new State(name, stage -> {
            stage.label(Map.of(), tags, TASKS);
            return stage.page().locator(element).first();
        });
    }

    private static Locator belowOthers(Stage stage) {
        stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + BELOW_OTHERS, TASKS);
        stage.named(AriaRole.CHECKBOX, "Facts › Outdated").check();
        stage.named(AriaRole.CHECKBOX, "Tone").check();
        stage.named(AriaRole.RADIO, "Sciences › Life › Botany").check();
        return stage.page().locator("control-strip").first();
    }

    private static Locator missing(Stage stage) {
        stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + QUESTIONS, TASKS);
        stage.press("2");
        return stage.text("How good is it?");
    }

    private static Locator ranker(Stage stage, String buckets) {
        stage.label(Map.of(),
                """
                        <Text name="prompt" value="$prompt"/><List name="items" value="$items"/><Ranker name="order" toName="items">%s</Ranker>"""
                        .formatted(buckets),
                List.of(Map.of("prompt", "Which answer is best?", "items", List.of("One line.",
                        "Another answer, which is longer and says why it is as it is.", "A third."))));
        return stage.page().locator("order-field, bucket-field").first();
    }

    private static void begin(Stage stage, String item, String key) {
        stage.page().locator(item).nth(1).getByRole(AriaRole.GROUP).focus();
        stage.press(key);
    }

    private static Locator folds(Stage stage) {
        stage.label(Map.of("labeling_layout", "configured"), Stage.TEXTS + Stage.PAIR + LayoutJourney.FOLDS, TASKS);
        stage.text("Remarks").click();
        return stage.named(AriaRole.TEXTBOX, "Your remarks");
    }

    private static Locator turns(Stage stage) {
        stage.label(Map.of("labeling_layout", "configured"), LayoutJourney.TURNS,
                List.of(Map.of("turns", List.of(Map.of("said", "Hello?", "one", "Hi. How can I help?", "two", "What?"),
                        Map.of("said", "Does ice float?", "one", "It does, on water.", "two", "No.")))));
        return stage.text("Does ice float?");
    }

    private static Locator image(Stage stage) {
        String address = stage.system().images().address("/shown/" + UUID.randomUUID() + "/square.png");
        stage.label(Map.of(), Stage.TEXTS + Stage.PAIR,
                List.of(Stage.task("Which answer shows a square?", "![A blue square](" + address + ")", "A square.")));
        Locator button = stage.visitor().button("Enlarge the image: A blue square");
        assertThat(button.locator("img")).hasJSProperty("naturalWidth", ImageServer.WIDTH);
        // Loaded is not painted yet.
        button.locator("img").evaluate("image => image.decode()");
        return button;
    }

    private static Locator blocked(Stage stage) {
        stage.label(Map.of(),
                Stage.TEXTS + Stage.PAIR + "<DateTime name=\"when\" toName=\"prompt\" required=\"true\"/>", TASKS);
        return stage.text("demands an answer to “when”");
    }
}
