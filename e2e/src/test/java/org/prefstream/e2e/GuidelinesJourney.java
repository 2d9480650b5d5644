package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 44: guidelines are rewritten, an earlier version is read and used again, and judgements name theirs. */
@Order(44)
@ExtendWith(SharedSystem.class)
class GuidelinesJourney {

    private static final String SHORTER = "Prefer the **shorter** answer.";
    private static final String LONGER = "Prefer the **longer** answer.";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Keyboard keyboard;
    private final Alarm alarm;
    private final Project project;

    GuidelinesJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        keyboard = new Keyboard(page);
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, "Guidelines", 1);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void anEarlierTextIsReadComparedAndUsedAgainByTheKeyboardAlone() {
        openSettings();
        save(SHORTER, 1);
        save(LONGER, 2);
        assertThat(region("As annotators read them").locator("strong")).hasText("longer");

        keyboard.follow(page.getByText("Versions (2)"));
        keyboard.follow(button("Version 2"));
        assertThat(button("Version 2")).hasAttribute("aria-expanded", "true");
        keyboard.follow(button("Compare with version 1"));
        assertThat(region("Version 1").locator("mark")).hasText("shorter");
        assertThat(region("Version 2").locator("mark")).hasText("longer");
        visitor.findsAccessible(region("Version 2"));
        keyboard.follow(button("Version 1"));
        assertThat(button("Version 2")).hasAttribute("aria-expanded", "false");
        keyboard.follow(button("Use this text again"));

        assertThat(page.getByText("The text stands in the field above. Save to make it a new version.")).isVisible();
        assertThat(button("Version 1")).isFocused();
        assertThat(field()).hasValue(SHORTER);
        keyboard.press("Control+s");
        assertThat(page.getByText("Versions (3)")).isVisible();
        assertThat(stored().path("expert_instruction").asText()).isEqualTo(SHORTER);
        assertThat(stored().path("guidelines_version").asInt()).isEqualTo(3);
        alarm.assertSilent();
    }

    @Test
    void whoWroteAVersionIsNamedAndMarkupIsText() {
        openSettings();
        save("<img src=x onerror=alert(1)> **bold**", 1);
        keyboard.follow(page.getByText("Versions (1)"));

        Locator versions = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Versions (1)"));
        assertThat(versions).containsText(system.connection().email());
        assertThat(versions).containsText("37 characters");
        assertThat(versions).containsText("In force");
        keyboard.follow(button("Version 1"));
        assertThat(versions.locator("strong")).hasText("bold");
        assertThat(page.locator("guidelines-versions img")).hasCount(0);
        alarm.assertSilent();
    }

    @Test
    void aJudgementNamesTheVersionThatWasInForceAndAnnotatorsAreToldOfANewOne() {
        project.importComparisons(3);
        project.owner().patch(project.path("/"), Map.of("expert_instruction", SHORTER)).expect(200);
        visitor.logIn(project.member(system));
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        keyboard.press("g");
        assertThat(page.locator("guidelines-dialog strong")).hasText("shorter");
        keyboard.press("Escape");
        labeling.press("1");
        labeling.awaitSaved();

        project.owner().patch(project.path("/"), Map.of("expert_instruction", LONGER)).expect(200);
        page.reload();
        labeling.awaitComparison();
        assertThat(visitor.button("Guidelines changed: read")).isVisible();
        labeling.press("1");
        labeling.awaitSaved();

        List<Integer> versions = project.exportedAnnotations()
                .stream()
                .map(annotation -> annotation.path("guidelines_version").asInt())
                .toList();
        assertThat(versions).containsExactlyInAnyOrder(1, 2);
    }

    private void openSettings() {
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/" + project.id() + "/settings");
        assertThat(field()).isVisible();
    }

    /** Writes guidelines and saves them by the usual key. */
    private void save(String text, int version) {
        keyboard.write(field(), text);
        keyboard.press("Control+s");
        assertThat(page.getByText("Versions (" + version + ")")).isVisible();
        assertThat(field()).isFocused();
    }

    private Locator field() {
        return page.getByLabel("Guidelines for annotators");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private JsonNode stored() {
        return system.owner().get(project.path("")).expect(200).json();
    }
}
