package org.prefstream.e2e;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;

/** States of a task whose answers are compared two by two: what texts can look like, and how they can be read. */
final class TaskStates {

    static final String PLAIN = "Freezing water forms a lattice with more room in it. The same mass takes more space, so ice is lighter.";
    private static final String MARKDOWN = """
            ## Three ways

            The **list** is *sorted* first; see [the manual](https://example.org/sort).

            | way | time | stable |
            |:----|-----:|:------:|
            | merge sort | n log n | yes |
            | quicksort | n² | no |
            | insertion sort | n² | yes |

            ```python
            def smallest(numbers: list[int]) -> int:
                if not numbers:
                    raise ValueError("nothing to choose from")
                return sorted(numbers)[0]  # n log n
            ```

            1. It is short.
            2. It is not the fastest:
               - `min(numbers)` looks at each number once.

            > Premature optimisation is the root of all evil.
            """;
    private static final String FORMULAS = """
            The roots of $ax^2 + bx + c = 0$ are

            $$x_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$$

            For $a = 1$, $b = -3$ and $c = 2$ that is $x_1 = 2$ and $x_2 = 1$. The coffee costs $5.
            """;
    private static final String ARABIC = "الماء المتجمد يتمدد، ولذلك يكون الجليد أخف من الماء ويطفو فوقه. **الكثافة** أقل بنحو 9%.";
    private static final String BEGINNING = """
            Before anything else, unplug the heater and let it cool down for at least half an hour. Then take off the front
            panel: it is held by two screws at the bottom, and by clips at the top. Behind it you see the burner, the
            thermocouple and the pilot light. If there is dust on the burner, take it away with a soft brush, and never with
            water. Put a thin needle through the hole of the pilot light, and turn it once, carefully, in each direction.

            """;
    private static final String LONG = ("The heater in the living room **still** does not work, and I wrote on the third and "
            + "on the ninth of this month that it does not.\n\n").repeat(40);

    private TaskStates() {
    }

    static List<State> all() {
        return List.of(
                shows("comparison", Stage.task("Why does ice float on water?", "It is cold, so it floats.", PLAIN)),
                shows("markdown",
                        Stage.task("Find the **smallest** number of a list.", MARKDOWN,
                                "Use `min(numbers)`, which looks at each number once.")),
                shows("formulas", Stage.task("Solve $x^2 - 3x + 2 = 0$.", FORMULAS, "By trying: $x = 1$ and $x = 2$.")),
                shows("conversation", conversation()),
                shows("right-to-left", Stage.task("لماذا يطفو الجليد على الماء؟", ARABIC, "لأنه بارد.")),
                shows("identical-answers", Stage.task("Why does ice float on water?", PLAIN, PLAIN)),
                shows("empty-answer", Stage.task("Say nothing.", "", "Nothing.")),
                shows("invisible-characters",
                        Stage.task("Which file is safe?\u200b",
                                "The file is called holiday\u202egnp.exe\u202c, and pay\u200bpal sent it.",
                                "None of them:\u00a0open\u2060 nothing.\ufeff")),
                shows("long-texts",
                        Stage.task("Write to the landlord about the heater.", LONG, "Dear Mr Brown,\n\n" + LONG)),
                shows("portions",
                        Stage.task("Print the log.",
                                "```\n" + "2026-11-28 12:00:00 INFO nothing happened\n".repeat(6000) + "```",
                                "There is none.")),
                read("as-written", "m", Stage.task("Find the **smallest** number.", MARKDOWN, "Use `min(numbers)`.")),
                read("differences", "d",
                        Stage.task("Why does ice float on water?", PLAIN,
                                PLAIN.replace("lattice", "crystal").replace("lighter", "less dense than water"))),
                new State("folded-beginnings", TaskStates::folded), new State("html", TaskStates::html));
    }

    private static State shows(String name, Map<String, ?> task) {
        return new State(name, stage -> {
            stage.label(List.of(task, Stage.task("Name a prime.", "7", "9")));
            return stage.page().locator("answer-card").first();
        });
    }

    private static State read(String name, String key, Map<String, ?> task) {
        return new State(name, stage -> {
            stage.label(List.of(task));
            stage.press(key);
            return key.equals("d")
                    ? stage.page().locator("diff-text mark").first()
                    : stage.page().getByText("| way | time |").first();
        });
    }

    private static Locator folded(Stage stage) {
        stage.label(List.of(Stage.task("The heater does not light.", BEGINNING.repeat(2) + "Then it lights at once.",
                BEGINNING.repeat(2) + "If it still does not light, call somebody who knows about gas.")));
        return stage.page().getByText("The same beginning in both answers").first();
    }

    private static Locator html(Stage stage) {
        stage.label(Map.of(), """
                <HyperText name="prompt" value="$prompt"/><HyperText name="answer1" value="$answer1"/>
                <HyperText name="answer2" value="$answer2"/>""" + Stage.PAIR,
                List.of(Stage.task("<h3>Why does ice float?</h3><p>Answer in <b>one</b> sentence.</p>",
                        "<ul><li>It is cold.</li><li>It is <em>light</em>.</li></ul>",
                        "<table><tr><th>state</th><th>density</th></tr><tr><td>ice</td><td>0.92</td></tr></table>")));
        return stage.page().locator("answer-card").first();
    }

    private static Map<String, Object> conversation() {
        Map<String, Object> call = Map.of("type", "function", "function",
                Map.of("name", "weather", "arguments", Map.of("city", "Bern", "days", 2)));
        return Map.of("prompt",
                List.of(Map.of("role", "system", "content", "You answer in one sentence."),
                        Map.of("role", "user", "content", "Do I need an umbrella in Bern tomorrow?"),
                        Map.of("role", "assistant", "tool_calls", List.of(call)),
                        Map.of("role", "tool", "name", "weather", "content",
                                "{\"rain_mm\": [0, 14], \"wind\": \"west\"}")),
                "answer1", List.of(Map.of("role", "assistant", "content", "Yes: 14 mm of rain are expected.")),
                "answer2", List.of(Map.of("role", "assistant", "content", "It depends.")));
    }
}
