package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.TaskRecord.Prediction;

import io.quarkus.test.junit.QuarkusTest;

/** With uncertainty sampling the tasks come first of which a prediction is least certain. */
@QuarkusTest
class UncertaintySamplingTest {

    private static final String UNCERTAINTY = "Uncertainty sampling";
    private static final String SEQUENTIAL = "Sequential sampling";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, Object> TIE = Map.of("outcome", "tie");
    private static final Map<String, Object> SKIP = Map.of("outcome", "skip");

    @Inject
    World world;

    @Inject
    Database database;

    private long project;

    @BeforeEach
    void aProject() {
        project = world.newId();
        world.ordered(project, UNCERTAINTY, null, 1);
    }

    @Test
    void tasksComeByAscendingScoreAndThoseWithoutOneLastInTheirOrder() {
        long bare = task();
        long sure = task(score("judge", "0.9"));
        long unsaid = task(new Prediction(1, "judge", null));
        long unsure = task(score("judge", "0.1"));
        long between = task(score("judge", "0.5"), score("judge", "0.95"));
        long same = task(score("other", "0.5"));

        assertThat(judgeAll(annotator(same))).containsExactly(unsure, between, same, sure, bare, unsaid);
    }

    @Test
    void severalThatAreClaimedAtOnceComeInThatOrderToo() {
        long sure = task(score("judge", "0.9"));
        long bare = task();
        long unsure = task(score("judge", "-2"));
        Client annotator = annotator(unsure);

        assertThat(tasks(annotator.claim(project, 2))).containsExactly(unsure, sure);
        assertThat(tasks(annotator.claim(project, 12))).containsExactly(unsure, sure, bare);
    }

    @Test
    void everybodyGetsAllInThatOrderAndNothingTwice() {
        List<Long> tasks = new ArrayList<>();
        for (int i = 9; i > 0; i--) {
            tasks.add(task(score("judge", "0." + i)));
        }
        Collections.reverse(tasks);

        assertThat(judgeAll(annotator(tasks.get(0)))).isEqualTo(tasks);
        assertThat(judgeAll(world.annotator(project))).isEqualTo(tasks);
        world.annotator(project).next(project).statusCode(404);
    }

    @Test
    void theScoresOfTheProjectsModelCountAloneAndAnotherModelCountsAtOnce() {
        long first = task(score("judge-1", "0.1"), score("judge-2", "0.9"));
        long second = task(score("judge-1", "0.2"), score("judge-2", "0.8"));
        long third = task(score("judge-1", "0.3"));
        Client annotator = annotator(third);

        setModel("judge-2", 2);
        assertThat(judgeNext(annotator)).isEqualTo(second);
        setModel("judge-1", 3);
        assertThat(judgeAll(annotator)).containsExactly(first, third);
    }

    @Test
    void aScoreThatFallsOrComesOrGoesMovesItsTask() {
        long falls = task(score("judge", "0.9"));
        long comes = task();
        long goes = task(score("judge", "0.2"));
        long first = task(score("judge", "0.3"));
        long last = task(score("judge", "0.8"));
        Client annotator = annotator(last);
        predict(goes, 2);
        assertThat(judgeNext(annotator)).isEqualTo(first);

        predict(falls, 2, score("judge", "0.1"));
        predict(comes, 2, score("judge", "0.2"));

        assertThat(judgeAll(annotator)).containsExactly(falls, comes, last, goes);
    }

    @Test
    void anotherOrderCountsAtOnce() {
        world.ordered(project, SEQUENTIAL, null, 2);
        long first = task(score("judge", "0.9"));
        long second = task(score("judge", "0.5"));
        long third = task(score("judge", "0.1"));
        Client annotator = annotator(third);
        awaitProject(2);
        assertThat(judgeNext(annotator)).isEqualTo(first);

        world.ordered(project, UNCERTAINTY, null, 3);
        awaitProject(3);

        assertThat(judgeAll(annotator)).containsExactly(third, second);
    }

    @Test
    void aSkippedTaskComesBackAfterTheOthers() {
        long unsure = task(score("judge", "0.1"));
        long sure = task(score("judge", "0.9"));
        Client annotator = annotator(sure);

        HeldLease lease = annotator.claim(project, 1).get(0);
        annotator.verdict(lease, SKIP).statusCode(200);

        assertThat((long) lease.task()).isEqualTo(unsure);
        assertThat(judgeAll(annotator)).containsExactly(sure, unsure);
    }

    @Test
    void aTaskThatIsHandedBackComesNext() {
        long unsure = task(score("judge", "0.1"));
        long between = task(score("judge", "0.5"));
        long sure = task(score("judge", "0.9"));
        Client annotator = annotator(sure);
        HeldLease lease = annotator.claim(project, 1).get(0);
        assertThat(tasks(annotator.claim(project, 2))).containsExactly(unsure, between);

        annotator.handBack(lease);

        assertThat(tasks(annotator.claim(project, 3))).containsExactly(between, unsure, sure);
    }

    @Test
    void noAnswerToAnAnnotatorTellsOfThePrediction() {
        Client annotator = annotator(task(score("judge-of-all", "0.123456")));

        String claimed = annotator.claiming(project, Map.of("count", 1)).statusCode(200).extract().asString();
        String next = annotator.next(project).statusCode(200).extract().asString();

        assertThat(claimed + next).contains("prompt of").doesNotContain("judge-of-all").doesNotContain("0.123456");
    }

    @Test
    void copiesThatAreReadAnewGiveTheSameOrderThoughTasksComeFirst() throws SQLException {
        setModel("judge-2", 2);
        List<Prediction> low = List.of(score("judge-1", "0.1"), score("judge-2", "0.9"));
        List<Prediction> high = List.of(score("judge-1", "0.9"), score("judge-2", "0.1"));
        long second = task(low.get(0), low.get(1));
        long first = task(high.get(0), high.get(1));
        annotator(first);
        for (String table : List.of("task_slot", "task_copy", "project_copy")) {
            database.execute("delete from " + table + " where project_id = ?", project);
        }

        world.predicted(second, project, low, 1);
        world.predicted(first, project, high, 1);
        awaitScore(first, 0.1);
        setModel("judge-2", 2);

        assertThat(judgeAll(world.annotator(project))).containsExactly(first, second);
    }

    @Test
    void scoringThatWasLeftOffIsGoneOnWith() throws SQLException {
        long second = task(score("judge", "0.9"));
        long first = task(score("judge", "0.1"));
        Client annotator = annotator(first);
        database.execute("update task_slot set score = null where project_id = ?", project);

        database.execute("update project_copy set scored_to = 0 where project_id = ?", project);

        awaitScore(first, 0.1);
        assertThat(judgeAll(annotator)).containsExactly(first, second);
    }

    private static Prediction score(String model, String score) {
        return new Prediction(1, model, new BigDecimal(score));
    }

    private long task(Prediction... predictions) {
        long id = world.newId();
        predict(id, 1, predictions);
        return id;
    }

    /** Whoever reads a copy waits for what was published before. */
    private void predict(long task, long revision, Prediction... predictions) {
        world.predicted(task, project, List.of(predictions), revision);
        await().atMost(SOON)
                .until(() -> !database
                        .select("select 1 from task_copy where task_id = ? and revision = ?", task, revision)
                        .isEmpty());
    }

    private void setModel(@Nullable String model, long revision) {
        world.ordered(project, UNCERTAINTY, model, revision);
        awaitProject(revision);
    }

    private void awaitProject(long revision) {
        await().atMost(SOON)
                .until(() -> !database
                        .select("select 1 from project_copy where project_id = ? and revision = ?", project, revision)
                        .isEmpty());
    }

    private void awaitScore(long task, double score) {
        await().atMost(SOON)
                .until(() -> database.select("select score from task_slot where task_id = ?", task)
                        .equals(List.of(List.of(score))));
    }

    /** {@return an annotator of the project, once its tasks up to that one are here} */
    private Client annotator(long last) {
        Client annotator = world.annotator(project);
        annotator.awaitTask(last);
        return annotator;
    }

    private long judgeNext(Client annotator) {
        HeldLease lease = annotator.claim(project, 1).get(0);
        annotator.verdict(lease, TIE).statusCode(200);
        return lease.task();
    }

    /** {@return the tasks in the order in which somebody judges them, until nothing is left} */
    private List<Long> judgeAll(Client annotator) {
        List<Long> judged = new ArrayList<>();
        while (!annotator.claim(project, 1).isEmpty()) {
            judged.add(judgeNext(annotator));
        }
        return judged;
    }

    private static List<Long> tasks(List<HeldLease> leases) {
        return leases.stream().map(lease -> (long) lease.task()).toList();
    }
}
