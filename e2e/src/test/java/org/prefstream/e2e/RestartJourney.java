package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.LabelingPage.Side;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;
import org.prefstream.embedded.testing.TopicEntry;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** Journey 6: the system is stopped while people label, and started again. Comes last, since it stops it for all. */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedSystem.class)
class RestartJourney {

    static final int ENOUGH = 60;
    static final int PROMPTS = 40;
    /** How many tasks the page always holds, the one that is shown among them. */
    static final int AHEAD = 3;

    final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    /** A test that failed between the end and the start leaves nothing to the next one. */
    @AfterEach
    void startWhatWasLeftStopped(RunningSystem system) {
        if (!system.isRunning()) {
            system.startAgain();
        }
    }

    @Test
    void aRunGoesOnAfterAPowerCutWithoutADoubledAnswer(RunningSystem system) {
        Project project = Project.create(system, "Cut off while a model answers", 1);
        String about = "cut-" + project.id();
        system.owner()
                .put(project.path("/generation"),
                        Map.of("base_url", system.models().baseUrl(), "sources", List.of(Map.of("model", "tiny")),
                                "concurrency", 3, "requests_per_minute", 900))
                .expect(200);
        project.importTasks(
                IntStream.range(0, PROMPTS).mapToObj(number -> Map.of("prompt", about + " " + number)).toList());
        String run = project.path("/generations/")
                + system.owner().post(project.path("/generate"), Map.of()).expect(202).json().path("id").asLong();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> system.owner().get(run).expect(200).json().path("done").asInt() >= PROMPTS / 4);

        system.kill();
        int asked = asked(system, about).size();
        system.startAgain();

        await().atMost(Duration.ofMinutes(2))
                .until(() -> system.owner().get(run).expect(200).json().path("state").asText().equals("DONE"));
        assertThat(asked).isLessThan(2 * PROMPTS);
        JsonNode ended = system.owner().get(run).expect(200).json();
        assertThat(ended.path("done").asInt()).isEqualTo(PROMPTS);
        List<Long> seeds = asked(system, about);
        assertThat(Set.copyOf(seeds)).hasSize(2 * PROMPTS);
        // only what was under way is asked for twice
        assertThat(seeds.size() - 2 * PROMPTS).isBetween(0, 3);
        assertThat(ended.path("tokens_out").asInt()).isBetween(3 * 2 * PROMPTS, 3 * seeds.size());
    }

    private static List<Long> asked(RunningSystem system, String about) {
        return system.models()
                .asked()
                .stream()
                .filter(one -> one.body().contains(about))
                .map(one -> Json.read(one.body()).path("seed").asLong())
                .toList();
    }

    @Test
    void everythingAcknowledgedIsThereAfterASigterm(RunningSystem system) throws InterruptedException {
        // Given
        Project project = Project.create(system, "Stopped in the middle", 2);
        List<Person> annotators = IntStream.range(0, 4).mapToObj(number -> project.member(system)).toList();
        project.importComparisons(2000);
        ExecutorService people = Executors.newFixedThreadPool(annotators.size());
        annotators.forEach(annotator -> people.execute(() -> labelUntilTheServerIsAway(project, annotator)));
        await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= ENOUGH);

        // When
        system.stop();
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).as("everybody noticed").isTrue();
        system.startAgain();

        // Then
        Set<Long> exported = ids(project.exportedAnnotations());
        assertThat(exported).containsAll(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        List<TopicEntry> published = project.published(system, Topic.PREFERENCES);
        assertThat(published).extracting(entry -> Json.read(entry.text()).path("annotation_id").asLong())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(exported);
        assertThat(published)
                .allSatisfy(entry -> assertThat(Json.violations(Topic.PREFERENCES, entry.text())).isEmpty());

        long next = annotators.get(0).api().get(project.path("/next")).expect(200).json().path("id").asLong();
        long one = submit(annotators.get(0), next).expect(201).json().path("id").asLong();
        assertThat(ids(project.exportedAnnotations())).contains(one).hasSize(exported.size() + 1);
    }

    @Test
    void whatAPersonJudgedAroundAKilledServerIsStoredOnceAndAsTheyMeantIt(RunningSystem system) {
        String title = "Killed in the middle " + UUID.randomUUID().toString().substring(0, 8);
        Project project = Project.create(system, title, 1);
        Person person = project.member(system);
        project.importComparisons(60);
        Map<String, String> chosen = new LinkedHashMap<>();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPage();
            List<Response> leased = LabelingPage.leases(page);
            LabelingPage labeling = LabelingPage.open(page, system, person, title);
            judge(labeling, chosen, 25);
            awaitTasksAhead(page, leased, chosen.size());

            system.kill();
            judge(labeling, chosen, AHEAD - 1);
            chosen.put(labeling.awaitComparison().prompt(), labeling.answer(Side.LEFT));
            page.keyboard().press("1");
            assertThat(page.getByText("not yet saved")).isVisible();
            system.startAgain();

            labeling.awaitSaved();
            judge(labeling, chosen, 22);
            labeling.awaitSaved();
        }

        // The broker forgets killed consumers sooner than an export gives up waiting, so it is answered and not refused.
        assertThat(chosenIn(project)).isEqualTo(chosen);
        assertThat(chosen).hasSize(50);
        assertThat(project.published(system, Topic.PREFERENCES))
                .extracting(entry -> Json.read(entry.text()).path("annotation_id").asLong())
                .doesNotHaveDuplicates()
                .hasSize(50);
    }

    /** A server that is slow to save hands out slowly, too: the page has to hold what is judged while it is away. */
    private static void awaitTasksAhead(Page page, List<Response> leased, int judged) {
        page.waitForCondition(() -> leased.stream()
                .flatMap(answer -> Json.read(answer.text()).path("leases").findValuesAsText("task_id").stream())
                .distinct()
                .count() >= judged + AHEAD);
    }

    /** {@return the text that was chosen for each prompt, as exported} */
    private static Map<String, String> chosenIn(Project project) {
        return project.exportedRows()
                .values()
                .stream()
                .collect(toMap(row -> row.path("prompt").asText(), row -> row.path("chosen").asText()));
    }

    /** Judges by turns for the left and for the right, and notes the text that was chosen for each prompt. */
    private static void judge(LabelingPage labeling, Map<String, String> chosen, int count) {
        for (int number = 0; number < count; number++) {
            Side side = number % 2 == 0 ? Side.LEFT : Side.RIGHT;
            chosen.put(labeling.awaitComparison().prompt(), labeling.answer(side));
            labeling.press(side == Side.LEFT ? "1" : "2");
        }
    }

    private void labelUntilTheServerIsAway(Project project, Person annotator) {
        try {
            while (true) {
                Answer next = annotator.api().get(project.path("/next"));
                if (next.status() != 200) {
                    return;
                }
                Answer submitted = submit(annotator, next.json().path("id").asLong());
                if (submitted.status() == 201) {
                    acknowledged.add(submitted.json().path("id").asLong());
                }
            }
        } catch (UncheckedIOException away) {
            // The connection broke: what was being sent may or may not have been stored, and was not acknowledged.
        }
    }

    private static Answer submit(Person annotator, long task) {
        return annotator.api().post("/api/tasks/" + task + "/annotations", Judgement.of("left"));
    }

    private static Set<Long> ids(List<JsonNode> annotations) {
        return annotations.stream().map(annotation -> annotation.path("id").asLong()).collect(toSet());
    }
}
