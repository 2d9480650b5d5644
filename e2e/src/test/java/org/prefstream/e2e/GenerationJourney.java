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
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Journey 42: a team that has only prompts has them answered by its model, and labels the first one. */
@Order(42)
@ExtendWith(SharedSystem.class)
class GenerationJourney {

    private static final String TITLE = "Answered by a model";
    private static final String KEY = "sk-of-the-journey";
    private static final int PROMPTS = 4;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    private final Project project;

    GenerationJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, TITLE, 1);
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void promptsAreAnsweredAndLabeled() {
        Map<String, String> prompt = Map.of("prompt", Project.promptOf(1));
        system.owner().post(project.path("/import"), List.of(prompt)).expect(400);

        sayWhichModelAnswers();
        project.importTasks(List.of(prompt, Map.of("prompt", Project.promptOf(2)),
                Map.of("prompt", Project.promptOf(3)), Map.of("prompt", Project.promptOf(4))));
        Person annotator = project.member(system);
        system.owner().get(project.path("/next")).expect(404);

        open();
        assertThat(page.getByText("4 tasks miss answers.")).isVisible();
        visitor.button("Have them answered").click();
        assertThat(page.getByText("Done: 4 of 4 tasks answered.")).isVisible();
        assertThat(page.getByText("No task misses answers.")).isVisible();
        visitor.findsAccessible(visitor.heading("Answers from a model"));
        assertThat(system.models().asked().stream().filter(asked -> asked.body().contains("which is better?")).toList())
                .hasSize(2 * PROMPTS)
                .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Bearer " + KEY));
        fitsOnAPhone();
        alarm.assertSilent();

        visitor.logIn(annotator);
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        assertThat(labeling.answer(LabelingPage.Side.LEFT)).startsWith("A made-up answer, number ");
        labeling.click(LabelingPage.Side.LEFT);
        labeling.awaitSaved();
        JsonNode row = project.exportedRows().values().iterator().next();
        assertThat(row.path("chosen").asText()).startsWith("A made-up answer, number ");
        assertThat(row.path("chosen_model").asText()).isEqualTo("tiny");
    }

    private void sayWhichModelAnswers() {
        open();
        field("Take tasks without answers").check();
        field("Address of the API, such as https://models.example.org/v1").fill(system.models().baseUrl());
        field("API key").fill(KEY);
        field("Name of the model").fill("tiny");
        field("Temperature").fill("0.9");
        visitor.button("Test").click();
        assertThat(page.getByText("It answered “A made-up answer")).isVisible();
        page.locator("generation-section").getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("generation-section").getByText("Saved.")).isVisible();
        assertThat(page.getByText("A key is stored.")).isVisible();
        assertThat(field("API key")).hasValue("");
    }

    private void fitsOnAPhone() {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        visitor.button("Test").scrollIntoViewIfNeeded();
        assertThat(visitor.button("Test")).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    private void open() {
        visitor.open("/projects/" + project.id() + "/settings");
        assertThat(visitor.heading("Answers from a model")).isVisible();
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
