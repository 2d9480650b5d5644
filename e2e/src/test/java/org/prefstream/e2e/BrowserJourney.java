package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.LabelingPage.Side;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.embedded.testing.TopicReader;

import com.microsoft.playwright.Page;

/** Journey 7: a person labels in the browser, by keyboard and by mouse, and takes one judgement back. */
@Order(7)
@ExtendWith(SharedSystem.class)
class BrowserJourney {

    static final int TASKS = 10;

    final RunningSystem system;
    final String title = "In the browser " + UUID.randomUUID().toString().substring(0, 8);
    final Project project;
    final Person annotator;
    final Map<String, String> chosen = new LinkedHashMap<>();
    final List<String> answered = new CopyOnWriteArrayList<>();
    Chromium chromium;
    LabelingPage labeling;

    BrowserJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, title, 1);
        project.importComparisons(TASKS);
        annotator = project.member(system);
    }

    @BeforeEach
    void openThePage() {
        chromium = Chromium.start();
        labeling = LabelingPage.open(listeningPage(), system, annotator, title);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void tenJudgementsByKeyboardAndMouseAreOnTheTopic() {
        // When
        press("1", Side.LEFT);
        press("2", Side.RIGHT);
        press("ArrowLeft", Side.LEFT);
        press("ArrowRight", Side.RIGHT);
        String regretted = labeling.prompt();
        labeling.press("0");
        labeling.press("Control+z");
        assertThat(labeling.prompt()).isEqualTo(regretted);
        press("2", Side.RIGHT);
        for (int number = 0; number < 4; number++) {
            Side side = number % 2 == 0 ? Side.LEFT : Side.RIGHT;
            note(side);
            labeling.click(side);
        }
        note(Side.LEFT);
        labeling.clickLast(Side.LEFT);

        // Then
        assertThat(chosen).hasSize(TASKS);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(published()).isEqualTo(chosen));
        assertThat(annotators()).containsOnly(annotator.id());
        assertThat(answered).isNotEmpty().noneSatisfy(body -> assertThat(body).containsAnyOf("model-a", "model-b"));
    }

    private void press(String key, Side side) {
        note(side);
        labeling.press(key);
    }

    /** Notes what the person means: the answer that they read on that side, for the prompt that they read. */
    private void note(Side side) {
        chosen.put(labeling.prompt(), labeling.answer(side));
    }

    private Page listeningPage() {
        Page page = chromium.newPage();
        page.onRequestFinished(request -> {
            if (request.url().contains("/api/")) {
                answered.add(request.response().text());
            }
        });
        return page;
    }

    private Map<String, String> published() {
        return present().stream()
                .collect(Collectors.toMap(entry -> Json.read(entry.text()).path("prompt").asText(),
                        entry -> Json.read(entry.text()).path("chosen").asText()));
    }

    private List<Long> annotators() {
        return present().stream().map(entry -> Json.read(entry.text()).path("annotator_id").asLong()).toList();
    }

    private List<TopicEntry> present() {
        return TopicReader.newest(project.published(system, Topic.PREFERENCES))
                .values()
                .stream()
                .filter(entry -> !entry.isTombstone())
                .toList();
    }
}
