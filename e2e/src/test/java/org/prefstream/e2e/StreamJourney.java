package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.DatasetStream;
import org.prefstream.e2e.support.DatasetStream.Event;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;
import org.prefstream.embedded.testing.TopicEntry;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 19: rows are told of as they come, to the person who judged and to whoever reads the project's stream. */
@Order(19)
@ExtendWith(SharedSystem.class)
class StreamJourney {

    final RunningSystem system;
    final Chromium.Shared browser;
    final Project project;
    final List<Long> tasks;

    StreamJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
        project = Project.create(system, "Streamed " + UUID.randomUUID(), 1);
        tasks = project.importComparisons(4);
    }

    @Test
    void thePageSaysHowSoonTheRowWasOnTheTopic() {
        try (Visitor visitor = Visitor.of(system, browser)) {
            visitor.logIn(project.member(system));
            Page page = visitor.page();
            page.waitForResponse(response -> response.url().contains("/stream"),
                    () -> LabelingPage.at(page, system, project.id()).awaitComparison());

            page.keyboard().press("1");

            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Last verdict")))
                    .containsText(Pattern.compile("→ Answer 1\\s+·\\s+on the topic in \\d+ ms"));
        }
    }

    @Test
    void aTieIsSavedAndOnNoTopicOfRows() {
        try (Visitor visitor = Visitor.of(system, browser)) {
            visitor.logIn(project.member(system));
            LabelingPage.at(visitor.page(), system, project.id()).awaitComparison();

            visitor.page().keyboard().press("0");

            assertThat(visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Last verdict")))
                    .containsText(Pattern.compile("→ Tie\\s+·\\s+saved"));
        }
    }

    @Test
    void theStreamHasTheRecordsOfTheTopicByteForByte() {
        judge(tasks.get(0), "left");
        judge(tasks.get(1), "right");
        judge(tasks.get(2), "tie");

        List<Event> events = read("");

        assertThat(preferences(events)).containsExactlyInAnyOrderElementsOf(
                project.published(system, Topic.PREFERENCES).stream().map(TopicEntry::text).toList());
        assertThat(preferences(events)).hasSize(2);
        assertThat(events).last().extracting(Event::name).isEqualTo("caught-up");
    }

    @Test
    void aReaderGoesOnWhereItStopped() {
        judge(tasks.get(0), "left");
        List<Event> before = read("");
        String cursor = before.get(before.size() - 1).id();
        long later = judge(tasks.get(1), "right");

        assertThat(read("?from=" + cursor)).filteredOn(StreamJourney::isPreference)
                .extracting(StreamJourney::annotation)
                .containsExactly(later);
        assertThat(read("?from=now")).noneMatch(StreamJourney::isPreference);
    }

    @Test
    void anythingIsReadAgainBehindAnOlderCursor() {
        for (long task : tasks) {
            judge(task, "left");
        }
        List<Event> all = read("").stream().filter(StreamJourney::isPreference).toList();

        assertThat(read("?from=" + all.get(0).id())).filteredOn(StreamJourney::isPreference)
                .isEqualTo(all.subList(1, all.size()));
        assertThat(read("?from=" + all.get(2).id())).filteredOn(StreamJourney::isPreference)
                .isEqualTo(all.subList(3, all.size()));
    }

    @Test
    void whatIsJudgedWhileItIsReadComesAtOnce() {
        try (DatasetStream stream = DatasetStream.open(project.owner(), project, "?from=now")) {
            stream.awaitCaughtUp();

            long annotation = judge(tasks.get(0), "right");
            stream.until(event -> isPreference(event) && annotation(event) == annotation);
        }
    }

    @Test
    void aJudgementThatIsChangedComesAgainAtAHigherRevision() {
        long annotation = judge(tasks.get(0), "left");
        try (DatasetStream stream = open()) {
            Event first = only(stream.awaitCaughtUp());
            project.owner().patch("/api/annotations/" + annotation, Judgement.of("right")).expect(200);

            Event second = last(stream.until(event -> isPreference(event) && !event.equals(first)));
            assertThat(second.json().path("revision").asLong()).isGreaterThan(first.json().path("revision").asLong());
            assertThat(second.json().path("chosen")).isEqualTo(first.json().path("rejected"));
        }
    }

    @Test
    void aJudgementThatBecomesASkipIsWithdrawn() {
        long annotation = judge(tasks.get(0), "left");
        try (DatasetStream stream = open()) {
            stream.awaitCaughtUp();
            project.owner()
                    .patch("/api/annotations/" + annotation, Map.of("was_cancelled", true, "result", List.of()))
                    .expect(200);

            assertWithdrawn(stream, annotation);
        }
    }

    @Test
    void aJudgementThatIsDeletedIsWithdrawn() {
        long annotation = judge(tasks.get(0), "left");
        try (DatasetStream stream = open()) {
            stream.awaitCaughtUp();
            project.owner().delete("/api/annotations/" + annotation).expect(204);

            assertWithdrawn(stream, annotation);
        }
    }

    @Test
    void annotatorsAreToldOfTheirOwnRowsAndOfNoModel() {
        Person annotator = project.member(system);
        judge(project.owner(), tasks.get(0), "left");
        long own = judge(annotator.api(), tasks.get(1), "left");

        try (DatasetStream stream = DatasetStream.open(annotator.api(), project, "")) {
            Event event = only(stream.awaitCaughtUp());
            assertThat(annotation(event)).isEqualTo(own);
            assertThat(event.data()).doesNotContain("model-a", "model-b", "answer to");
        }
    }

    private DatasetStream open() {
        return DatasetStream.open(project.owner(), project, "");
    }

    /** {@return all events of a stream up to where it has caught up} */
    private List<Event> read(String query) {
        try (DatasetStream stream = DatasetStream.open(project.owner(), project, query)) {
            return stream.awaitCaughtUp();
        }
    }

    private long judge(long task, String side) {
        return judge(project.owner(), task, side);
    }

    /** Judges, and returns once the row is where readers of the dataset find it. */
    private long judge(ApiClient client, long task, String side) {
        long annotation = client.post("/api/tasks/" + task + "/annotations", Judgement.of(side))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        project.exportedRows();
        return annotation;
    }

    /** The event names the row and the revision of the tombstone that is on the topic. */
    private void assertWithdrawn(DatasetStream stream, long annotation) {
        Event event = last(stream.until(one -> one.name().equals("withdrawal")));
        String key = PreferenceRecord.key(annotation, "comparison", 0, 1);
        TopicEntry tombstone = system.topics().await(Topic.PREFERENCES, key, 2).get(1);
        assertThat(tombstone.isTombstone()).isTrue();
        assertThat(event.json().path("record_key").asText()).isEqualTo(key);
        assertThat(event.json().path("revision").asLong()).isEqualTo(tombstone.revision());
    }

    private static List<String> preferences(List<Event> events) {
        return events.stream().filter(StreamJourney::isPreference).map(Event::data).toList();
    }

    private static boolean isPreference(Event event) {
        return event.name().equals("preference");
    }

    private static long annotation(Event event) {
        return event.json().path("annotation_id").asLong();
    }

    private static Event only(List<Event> events) {
        List<Event> rows = events.stream().filter(StreamJourney::isPreference).toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Event last(List<Event> events) {
        return events.get(events.size() - 1);
    }
}
