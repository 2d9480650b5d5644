package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.security.Hashes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What a person finds again of what they have judged, and may change. */
@QuarkusTest
class OwnJudgementsTest {

    @Inject
    World world;

    @Test
    void areListedWithTheNewestFirstPageByPage() {
        long project = world.project(1);
        Client annotator = world.annotator(project);
        List<Long> tasks = world.tasks(project, 1, 3);
        List<Integer> ids = tasks.stream().map(task -> annotator.submitted(task, Samples.selected("left"))).toList();

        ValidatableResponse first = list(annotator, project, "limit=2").body("judgements.annotation_id",
                equalTo(List.of(ids.get(2), ids.get(1))));
        first.body("judgements[0].inner_id", equalTo(3))
                .body("judgements[0].beginning", equalTo("prompt of " + tasks.get(2)))
                .body("judgements[0].answers.outcome", equalTo("preference"))
                .body("judgements[0].answers.slot", equalTo(0));
        int next = first.extract().path("next");

        list(annotator, project, "limit=2&before=" + next)
                .body("judgements.annotation_id", equalTo(List.of(ids.get(0))))
                .body("next", nullValue());
    }

    @Test
    void areFoundByWhatWasShown() {
        long project = world.project(1);
        Client annotator = world.annotator(project);
        List<Long> tasks = world.tasks(project, 1, 2);
        tasks.forEach(task -> annotator.submitted(task, Samples.selected("left")));

        list(annotator, project, "search=FIRST of " + tasks.get(0)).body("judgements.task_id",
                equalTo(List.of(tasks.get(0).intValue())));
        list(annotator, project, "search=SECOND").body("judgements", hasSize(2));
        list(annotator, project, "search=m-900").body("judgements", hasSize(0));
        list(annotator, project, "search=pairwise").body("judgements", hasSize(0));
        list(annotator, project, "search=%25").body("judgements", hasSize(0));
        list(annotator, project, "search=\"selected\"").body("judgements", hasSize(0));
    }

    @Test
    void areListedOverAllProjectsPageByPage() {
        long one = world.project(1);
        long other = world.project(1);
        Client annotator = world.annotator(one, other);
        List<Integer> ids = new ArrayList<>();
        for (long project : List.of(one, other, one)) {
            ids.add(annotator.submitted(world.task(project), Samples.selected("left")));
        }
        world.owner().submitted(world.task(one), Samples.selected("right"));

        ValidatableResponse first = listAll(annotator, "limit=2")
                .body("judgements.judgement.annotation_id", equalTo(List.of(ids.get(2), ids.get(1))))
                .body("judgements.project.id", equalTo(List.of((int) one, (int) other)))
                .body("judgements[0].project.title", equalTo("Project " + one))
                .body("judgements[0].judgement.answers.outcome", equalTo("preference"));
        int next = first.extract().path("next");

        listAll(annotator, "limit=2&before=" + next)
                .body("judgements.judgement.annotation_id", equalTo(List.of(ids.get(0))))
                .body("next", nullValue());
    }

    @Test
    void ofAllProjectsAreThoseThatThePersonStillSees() {
        long kept = world.project(1);
        long left = world.project(1);
        long deleted = world.project(1);
        Client annotator = world.annotator(kept, left, deleted);
        for (long project : List.of(kept, left, deleted)) {
            annotator.submitted(world.task(project), Samples.selected("left"));
        }
        listAll(annotator, "limit=50").body("judgements.project.id",
                equalTo(List.of((int) deleted, (int) left, (int) kept)));

        world.publish(World.access(annotator, Role.ANNOTATOR, true, kept, deleted), 2);
        world.deleteProject(deleted);

        await().untilAsserted(
                () -> listAll(annotator, "limit=50").body("judgements.project.id", equalTo(List.of((int) kept))));
    }

    @Test
    void areTheirAuthorsAlone() {
        Holder holder = world.holder();
        int id = judged(holder);
        Client other = world.annotator(holder.project());

        list(other, holder.project(), "limit=50").body("judgements", hasSize(0));
        other.get("/api/judgements/{id}", id).then().statusCode(404);
        world.owner().get("/api/judgements/{id}", id).then().statusCode(404);
        change(world.owner(), id, Map.of("outcome", "tie")).statusCode(404);
    }

    @Test
    void areShownAgainInTheSamePlaces() {
        Holder holder = world.holder();
        int id = judged(holder);

        holder.annotator()
                .get("/api/judgements/{id}", id)
                .then()
                .statusCode(200)
                .body("shown.comparisons[0].slots[0].text", equalTo(holder.lease().firstShown()))
                .body("judgement.answers.outcome", equalTo("preference"))
                .body("judgement.answers.slot", equalTo(0))
                .body("may_change", equalTo(true));
    }

    @Test
    void areChangedByTheSamePlaces() {
        Holder holder = world.holder();
        int id = judged(holder);
        String before = selected(holder, id);

        change(holder.annotator(), id, Map.of("outcome", "preference", "slot", 1)).statusCode(200)
                .body("revision", equalTo(2));

        assertThat(List.of(before, selected(holder, id))).containsExactlyInAnyOrder("left", "right");
        change(holder.annotator(), id, Map.of("outcome", "skip")).statusCode(200);
        list(holder.annotator(), holder.project(), "limit=50").body("judgements[0].answers", nullValue());
    }

    @Test
    void skipsAreCountedApart() {
        Holder holder = world.holder();

        int id = holder.verdict(Map.of("outcome", "skip"))
                .statusCode(200)
                .body("progress.mine", equalTo(1))
                .body("progress.skipped", equalTo(1))
                .extract()
                .path("annotation_id");
        change(holder.annotator(), id, Map.of("outcome", "tie")).statusCode(200);

        holder.annotator()
                .request()
                .post("/api/projects/{id}/leases", holder.project())
                .then()
                .body("progress.mine", equalTo(1))
                .body("progress.skipped", equalTo(0));
    }

    @Test
    void areSummedUpBySideAndByTheRowsThatTheyGive() {
        Holder holder = world.holder();
        int id = judged(holder);
        long other = world.task(holder.project());
        holder.annotator().submitted(other, Samples.selected("tie"));
        world.owner().submitted(world.task(holder.project()), Samples.selected("right"));

        ValidatableResponse summary = summary(holder).body("receipt.judged", equalTo(2))
                .body("receipt.skipped", equalTo(0))
                .body("receipt.changed", equalTo(0))
                .body("receipt.rows", equalTo(1))
                .body("receipt.whole", equalTo(true))
                .body("sides.left", equalTo(1))
                .body("sides.right", equalTo(0));
        List<TopicEntry> rows = TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(id + "/"), found -> assertThat(found).hasSize(1));
        summary.body("receipt.rows_sha256", equalTo(Hashes.sha256(rows.get(0).key() + " 1\n")));

        change(holder.annotator(), id, Map.of("outcome", "preference", "slot", 1)).statusCode(200);
        summary(holder).body("receipt.changed", equalTo(1))
                .body("sides.left", equalTo(0))
                .body("sides.right", equalTo(1));
        change(holder.annotator(), id, Map.of("outcome", "skip")).statusCode(200);
        summary(holder).body("receipt.skipped", equalTo(1)).body("receipt.rows", equalTo(0)).body("sides", nullValue());
    }

    @Test
    void areSummedUpForMembersAlone() {
        Holder holder = world.holder();

        summary(holder).body("receipt", nullValue()).body("sides", nullValue());
        world.annotator(world.project(1))
                .get("/api/projects/{id}/judgements/summary", holder.project())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=51,limit", "before=x,before", "before=0,before"})
    void namesTheFieldOfWhatIsNoPage(String query, String field) {
        long project = world.project(1);

        world.annotator(project)
                .request()
                .get("/api/projects/" + project + "/judgements?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
        world.owner()
                .request()
                .get("/api/judgements?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    private static int judged(Holder holder) {
        return holder.verdict(Map.of("outcome", "preference", "slot", 0))
                .statusCode(200)
                .extract()
                .path("annotation_id");
    }

    private static ValidatableResponse summary(Holder holder) {
        return holder.annotator().get("/api/projects/{id}/judgements/summary", holder.project()).then().statusCode(200);
    }

    private static String selected(Holder holder, int id) {
        return holder.annotator().get("/api/annotations/{id}", id).then().extract().path("result[0].value.selected");
    }

    private static ValidatableResponse change(Client client, int id, Map<String, Object> answers) {
        return client.request().body(answers).put("/api/judgements/{id}", id).then();
    }

    private static ValidatableResponse listAll(Client client, String query) {
        return client.request().get("/api/judgements?" + query).then().statusCode(200);
    }

    private static ValidatableResponse list(Client client, long project, String query) {
        return client.request().get("/api/projects/" + project + "/judgements?" + query).then().statusCode(200);
    }
}
