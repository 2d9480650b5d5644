package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/**
 * Journey 42: a team that has only prompts has them answered by its model, has the answers judged by it, and labels the first task. Whoever
 * labels learns nothing of the verdicts.
 */
@Order(42)
@ExtendWith(SharedSystem.class)
class GenerationJourney {

    private static final String TITLE = "Answered by a model";
    private static final String KEY = "sk-of-the-journey";
    private static final int PROMPTS = 4;
    private static final String ANSWERS = "Answers from a model";
    private static final String VERDICTS = "Verdicts of a judge model";
    /** No other text of the system has these names, so that they give away where an answer or a verdict comes from. */
    private static final String MODEL = "wren-1817";
    private static final String JUDGE_MODEL = "owl-2903";
    /** What the model version of its predictions begins with. */
    private static final String JUDGE = JUDGE_MODEL + " judge ";
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    private final Project project;
    private Locator section;

    GenerationJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, TITLE, 1);
        section = page.locator("generation-section");
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        system.letModelsTake(Duration.ZERO);
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

        open(ANSWERS);
        assertThat(page.getByText("4 tasks miss answers.")).isVisible();
        haveThemAnsweredInTwoGoes();
        assertThat(page.getByText("No task misses answers.")).isVisible();
        assertThat(system.models().asked().stream().filter(asked -> asked.body().contains("which is better?")).toList())
                .hasSizeGreaterThanOrEqualTo(2 * PROMPTS)
                .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Bearer " + KEY));
        haveThemJudged();
        visitor.findsAccessible(visitor.heading(VERDICTS));
        fitsOnAPhone();
        alarm.assertSilent();

        visitor.logIn(annotator);
        List<Response> told = new ArrayList<>();
        page.onResponse(told::add);
        LabelingPage labeling = LabelingPage.at(page, system, project.id()).awaitComparison();
        learnsNothing(annotator, told);
        assertThat(labeling.answer(LabelingPage.Side.LEFT)).startsWith("A made-up answer, number ");
        labeling.click(LabelingPage.Side.LEFT);
        labeling.awaitSaved();
        JsonNode row = project.exportedRows().values().iterator().next();
        assertThat(row.path("chosen").asText()).startsWith("A made-up answer, number ");
        assertThat(row.path("chosen_model").asText()).isEqualTo(MODEL);
    }

    /** What was under way when the run was cancelled is asked for again, and nothing that was stored. */
    private void haveThemAnsweredInTwoGoes() {
        system.letModelsTake(SLOW);
        button("Have them answered").click();
        assertThat(section.getByText("Under way: 0 of 4 tasks answered.")).isVisible();
        button("Cancel").click();
        assertThat(section.getByText("Cancelled: 0 of 4 tasks answered.")).isVisible();
        assertThat(section.getByText("4 tasks miss answers.")).isVisible();

        system.letModelsTake(Duration.ZERO);
        button("Resume").click();
        assertThat(section.getByText("Done: 4 of 4 tasks answered.")).isVisible();
        JsonNode run = system.owner().get(project.path("/generations")).expect(200).json().path(0);
        assertThat(run.path("cost").asDouble()).isPositive()
                .isEqualTo(run.path("tokens_in").asInt() * 0.01 + run.path("tokens_out").asInt() * 0.02, offset(1e-9));
        String cost = new BigDecimal(run.path("cost").asText()).stripTrailingZeros().toPlainString();
        assertThat(section.locator("dl > div").filter(new Locator.FilterOptions().setHasText("Cost")).locator("dd"))
                .hasText(cost);
    }

    private void haveThemJudged() {
        open(VERDICTS);
        field("Address of the API, such as https://models.example.org/v1").fill(system.models().baseUrl());
        field("Name of the model").fill(JUDGE_MODEL);
        field("What makes an answer better").fill("The answer that was made first.");
        button("Test").click();
        assertThat(section.getByText("It answered")).isVisible();
        save();
        assertThat(section.getByText("4 tasks miss a verdict of this judge.")).isVisible();
        button("Have answers judged").click();
        assertThat(section.getByText("Done: 4 of 4 tasks judged.")).isVisible();
        assertThat(section.getByText("No task misses a verdict of this judge.")).isVisible();

        JsonNode predictions = system.owner().get("/api/predictions?project=" + project.id()).expect(200).json();
        assertThat(predictions).hasSize(PROMPTS).allSatisfy(prediction -> {
            assertThat(prediction.path("model_version").asText()).startsWith(JUDGE);
            assertThat(prediction.path("score").asInt()).isEqualTo(1);
            assertThat(prediction.at("/result/0/value/selected").asText()).isEqualTo("left");
        });
    }

    /** Neither the page, which has fetched all that it needs, nor what scripts of the annotator may ask for. */
    private void learnsNothing(Person annotator, List<Response> told) {
        String next = annotator.api().get(project.path("/next")).expect(200).body();
        String task = "/api/tasks/" + Json.read(next).path("id").asLong();
        assertThat(List.of(next, annotator.api().get(task).expect(200).body(),
                annotator.api().get("/api/tasks?fields=all&project=" + project.id()).expect(200).body()))
                .noneMatch(GenerationJourney::givesAway);
        assertThat(system.owner().get(task).expect(200).body()).contains(JUDGE);

        List<String> read = List.copyOf(told)
                .stream()
                .filter(response -> response.url().contains("/api/") && response.ok())
                .filter(response -> String.valueOf(response.headerValue("content-type")).startsWith("application/json"))
                .map(Response::text)
                .toList();
        assertThat(read).anyMatch(text -> text.contains("A made-up answer")).noneMatch(GenerationJourney::givesAway);
    }

    private static boolean givesAway(String text) {
        return text.contains(MODEL) || text.contains(JUDGE_MODEL);
    }

    private void sayWhichModelAnswers() {
        open(ANSWERS);
        field("Take tasks without answers").check();
        field("Address of the API, such as https://models.example.org/v1").fill(system.models().baseUrl());
        field("API key").fill(KEY);
        field("Name of the model").fill(MODEL);
        field("Temperature").fill("0.9");
        field("Price of a million tokens read").fill("10000");
        field("Price of a million tokens written").fill("20000");
        button("Test").click();
        assertThat(section.getByText("It answered “A made-up answer")).isVisible();
        save();
        assertThat(section.getByText("A key is stored.")).isVisible();
        assertThat(field("API key")).hasValue("");
    }

    private void save() {
        section.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(section.getByText("Saved.")).isVisible();
    }

    private void fitsOnAPhone() {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        button("Test").scrollIntoViewIfNeeded();
        assertThat(button("Test")).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    private void open(String title) {
        visitor.open("/projects/" + project.id() + "/settings");
        section = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
        assertThat(section).isVisible();
    }

    private Locator button(String name) {
        return section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private Locator field(String label) {
        return section.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
