package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

import com.microsoft.playwright.options.AriaRole;

/** Journey 23: somebody new practises with six comparisons, by the keys that they name, and nothing of it is sent. */
@Order(23)
@ExtendWith(SharedSystem.class)
class PracticeJourney {

    final Stage stage;

    PracticeJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void sixComparisonsAreJudgedByTheirKeysAndNothingIsSent() {
        List<String> sent = new ArrayList<>();
        stage.page().onRequest(request -> sent.add(request.url()));
        Project project = stage.project(Map.of(), List.of(Project.comparison(1)));
        stage.visitor().logIn(project.member(stage.system()));
        stage.visitor().open("/");
        stage.named(AriaRole.LINK, "Practise").click();

        stage.visitor().findsAccessible(stage.text("Only one answer does what was asked."));
        stage.press("1");
        assertThat(stage.text("You preferred answer 1. This becomes a row of the dataset")).isVisible();
        stage.press("0");
        assertThat(stage.text("You said: tie. It is kept, but it becomes no row")).isVisible();
        stage.press("b");
        assertThat(stage.text("You said: both bad. It becomes no row to train on")).isVisible();
        stage.press("c");
        assertThat(stage.text("Here it is a matter of taste.")).isVisible();
        stage.press("1");
        assertThat(stage.text("you come back to what you judged last")).isVisible();
        stage.press("Control+z");
        assertThat(stage.text("You are back. Choose again to change your verdict")).isVisible();
        stage.press("2");
        assertThat(stage.text("The end of a long answer can change everything.")).isVisible();
        stage.press("2");

        stage.visitor().findsAccessible(stage.visitor().heading("You know all of it."));
        assertThat(sent)
                .noneMatch(url -> url.contains("/verdict") || url.contains("/leases") || url.contains("/draft"));
        assertThat(project.exportedAnnotations()).isEmpty();
        stage.named(AriaRole.LINK, "To the projects").click();
        assertThat(stage.visitor().heading("Projects")).isVisible();
        assertThat(stage.named(AriaRole.LINK, "Practise")).isHidden();
    }

    @Test
    void theListOfKeysLeadsToThePractice() {
        stage.label(List.of(Project.comparison(1)));

        stage.press("?");
        stage.named(AriaRole.LINK, "Practise with six comparisons").click();

        assertThat(stage.text("Practice: nothing is saved")).isVisible();
        assertThat(stage.text("Only one answer does what was asked.")).isVisible();
    }
}
