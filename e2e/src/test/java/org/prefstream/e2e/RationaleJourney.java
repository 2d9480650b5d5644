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
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Journey 22, why: words of an answer are quoted in the reason by one key, and the dataset has them. */
@Order(22)
@ExtendWith(SharedSystem.class)
class RationaleJourney {

    private static final List<Map<String, String>> TASKS = List.of(
            Stage.task("Why does ice float?", "Buoyancy, because ice is lighter.", "Cold."),
            Stage.task("Name a prime.", "7", "9"));
    private static final String REASON = "<TextArea name=\"why\" toName=\"prompt\" title=\"Why\" rows=\"2\"/>";

    final Stage stage;

    RationaleJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void selectedWordsAreQuotedAndTheReasonGoesOnBehindThem() {
        Project project = stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + REASON, TASKS);
        Locator why = stage.named(AriaRole.TEXTBOX, "Why");

        stage.text("Buoyancy").dblclick(new Locator.DblclickOptions().setPosition(12, 8));
        stage.press("r");

        assertThat(why).isFocused();
        assertThat(why).hasValue("> Buoyancy\n");
        assertThat(stage.text("Quoted.")).isAttached();
        stage.page().keyboard().type("It names the force.");
        stage.press("Escape");
        stage.judge("1");
        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(
                        row -> assertThat(row.path("rationale").asText()).isEqualTo("> Buoyancy\nIt names the force."));
    }

    @Test
    void withoutSelectedWordsTheKeyLeadsToTheReason() {
        stage.label(Map.of(), Stage.TEXTS + Stage.PAIR + REASON, TASKS);

        stage.press("r");

        assertThat(stage.named(AriaRole.TEXTBOX, "Why")).isFocused();
        assertThat(stage.named(AriaRole.TEXTBOX, "Why")).hasValue("");
        assertThat(stage.text("Write your reason in “Why”.")).isAttached();
    }

    @Test
    void whereNoReasonIsAskedTheKeySaysSo() {
        stage.label(TASKS);

        stage.press("r");

        assertThat(stage.text("This project asks for no rationale.")).isVisible();
    }
}
