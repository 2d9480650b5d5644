package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Journey 16, what is read: texts stand as their authors meant them, and as they were written when that is asked for. */
@Order(16)
@ExtendWith(SharedSystem.class)
class ReadingJourney {

    private static final String CODE = "def half(number: int) -> float:\n    return number / 2  # \"exact\"\n";
    private static final String MARKDOWN = """
            | way | time |
            |:----|-----:|
            | merge sort | n log n |

            - [x] sorted
            - [ ] ~~searched~~

            ```python
            %s```

            The root of $x^2$ is $x$.
            """.formatted(CODE);
    private static final String SHORT = "A short answer.";
    private static final String ARABIC = "الجليد أخف من الماء ولذلك يطفو، كما يقول `float()`.";
    /** What can be scrolled to the side, but for tables, code and formulas, which have boxes of their own for that. */
    private static final String SCROLLS_SIDEWAYS = """
            () => {
              const found = [];
              const look = (root) => {
                for (const element of root.querySelectorAll('*')) {
                  if (element.localName === 'wide-box') continue;
                  const {overflowX} = getComputedStyle(element);
                  const isWider = element.scrollWidth > element.clientWidth + 1;
                  if (isWider && (overflowX === 'auto' || overflowX === 'scroll')) found.push(element.outerHTML.slice(0, 200));
                  if (element.shadowRoot) look(element.shadowRoot);
                }
              };
              look(document);
              const page = document.scrollingElement;
              return page.scrollWidth > page.clientWidth ? [...found, 'the page'] : found;
            }""";

    final Stage stage;

    ReadingJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void markdownIsShownAsItIsMeantAndByOneKeyAsItWasWritten() {
        stage.label(List.of(Stage.task("Sort it.", MARKDOWN, SHORT)));

        assertThat(stage.named(AriaRole.CELL, "merge sort")).isVisible();
        assertThat(stage.named(AriaRole.IMG, "Done")).isVisible();
        assertThat(stage.named(AriaRole.IMG, "Not done")).isVisible();
        assertThat(stage.text("searched")).hasCSS("text-decoration-line", "line-through");
        assertThat(stage.page().getByRole(AriaRole.MATH)).hasCount(2);

        stage.press("m");
        assertThat(stage.page().getByRole(AriaRole.MATH)).hasCount(0);
        assertThat(stage.page().getByRole(AriaRole.TABLE)).hasCount(0);
        assertThat(stage.text("The root of $x^2$ is $x$.")).isVisible();
        stage.press("m");
        assertThat(stage.page().getByRole(AriaRole.MATH)).hasCount(2);
    }

    @Test
    void codeIsCopiedToTheLetter() {
        stage.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        stage.label(List.of(Stage.task("Halve it.", MARKDOWN, SHORT)));

        stage.visitor().button("Copy code").click();

        assertThat(stage.text("Copied")).isVisible();
        assertThat(stage.page().evaluate("() => navigator.clipboard.readText()")).isEqualTo(CODE.stripTrailing());
        assertThat(stage.text("Halve it.")).isVisible();
    }

    @Test
    void aTextRunsInItsOwnDirectionAndCodeInItFromTheLeft() {
        stage.label(List.of(Stage.task("Why does ice float?", ARABIC, SHORT)));

        assertThat(stage.text("الجليد أخف")).hasCSS("direction", "rtl");
        assertThat(stage.page().getByRole(AriaRole.CODE)).hasCSS("direction", "ltr");
        assertThat(stage.text(SHORT)).hasCSS("direction", "ltr");
    }

    @Test
    void aWordOfFourHundredLettersIsBrokenAndWhatNobodyCouldSeeIsMarked() {
        stage.label(List.of(Stage.task("Which file is safe?", "W" + "o".repeat(398) + "w",
                "The file is called holiday\u202egnp.exe.")));

        assertThat(stage.text("Wooooo")).isVisible();
        assertThat(stage.page().evaluate(SCROLLS_SIDEWAYS)).isEqualTo(List.of());
        assertThat(stage.text("‹U+202E›")).isVisible();
    }

    @Test
    void aConversationShowsWhoSaysWhatAndFoldsWhatIsNotSaid() {
        stage.label(List.of(conversation()));
        Locator system = stage.text("You answer in one sentence.");
        Locator arguments = stage.text("\"city\"");

        assertThat(stage.text("Do I need an umbrella?")).isVisible();
        assertThat(stage.text("Result of weather")).isVisible();
        assertThat(system).isHidden();
        assertThat(arguments).isHidden();
        stage.text("System message").click();
        stage.text("Tool call: weather").click();
        assertThat(system).isVisible();
        assertThat(arguments).isVisible();
    }

    private static Map<String, Object> conversation() {
        Map<String, Object> call = Map.of("type", "function", "id", "c1", "function",
                Map.of("name", "weather", "arguments", Map.of("city", "Bern")));
        return Map.of("prompt",
                List.of(Map.of("role", "system", "content", "You answer in one sentence."),
                        Map.of("role", "user", "content", "Do I need an umbrella?"),
                        Map.of("role", "assistant", "content", "I look it up.", "tool_calls", List.of(call)),
                        Map.of("role", "tool", "tool_call_id", "c1", "name", "weather", "content", "14 mm")),
                "answer1", List.of(Map.of("role", "assistant", "content", "Yes: 14 mm of rain are expected.")),
                "answer2", List.of(Map.of("role", "assistant", "content", "It depends.")));
    }
}
