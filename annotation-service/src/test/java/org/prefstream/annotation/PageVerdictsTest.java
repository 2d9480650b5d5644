package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;

import io.quarkus.test.junit.QuarkusTest;

/** What the page says by slots, and what is stored in data order. */
@QuarkusTest
class PageVerdictsTest {

    @Inject
    World world;

    @Test
    void aPreferredSlotIsStoredInDataOrder() {
        Holder holder = world.holder();
        boolean swapped = isSwapped(holder);

        int id = holder.verdict(preference(0))
                .statusCode(200)
                .body("progress.mine", equalTo(1))
                .body("progress.finished", equalTo(1))
                .extract()
                .path("annotation_id");

        selected(holder, id, swapped ? "right" : "left");
        List<TopicEntry> rows = TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(id + "/"), found -> assertThat(found).hasSize(1));
        assertThat(rows.get(0).text()).contains("\"shown_order\":" + (swapped ? "[1,0]" : "[0,1]"))
                .contains("\"chosen\":\"" + holder.lease().firstShown());
    }

    @Test
    void aSecondVerdictOnALeaseEditsItsAnnotation() {
        Holder holder = world.holder();
        int id = holder.verdict(preference(0)).statusCode(200).extract().path("annotation_id");

        holder.verdict(preference(1)).statusCode(200).body("annotation_id", equalTo(id)).body("revision", equalTo(2));

        selected(holder, id, isSwapped(holder) ? "left" : "right");
    }

    @Test
    void thePageIsNotSentTheModels() {
        Holder holder = world.holder();

        String claim = holder.annotator()
                .request()
                .post("/api/projects/{id}/leases", holder.project())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(claim).contains("first of", "second of").doesNotContain("m-900", "m-1200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"both_bad", "cannot_judge", "tie"})
    void anUndecidedOutcomeIsStoredAndGivesNoRow(String outcome) {
        int id = world.holder().verdict(Map.of("outcome", outcome)).statusCode(200).extract().path("annotation_id");

        String stored = TestServers.topics().await(Topic.ANNOTATIONS, id, 1).get(0).text();
        assertThat(stored).contains("\"outcome\":\"" + outcome + "\"", "\"selected\":\"" + outcome + "\"");
        assertThat(TestServers.topics().read(Topic.PREFERENCES)).extracting(TopicEntry::key)
                .noneMatch(key -> key.startsWith(id + "/"));
    }

    @Test
    void answersToOtherControlsAreStoredBesideTheVerdict() {
        Holder holder = world.holder();

        int id = holder
                .verdict(
                        Map.of("outcome", "cannot_judge", "answers", Map.of("flag", Map.of("choices", List.of("Odd")))))
                .statusCode(200)
                .extract()
                .path("annotation_id");

        holder.annotator()
                .get("/api/annotations/{id}", id)
                .then()
                .body("result.from_name", equalTo(List.of("comparison", "flag")))
                .body("result[1].to_name", equalTo("prompt"))
                .body("result[1].type", equalTo("choices"))
                .body("result[1].value.choices", equalTo(List.of("Odd")));
    }

    @Test
    void anAnswerThatIsNotOfferedIsRefusedAndTheLeaseStays() {
        Holder holder = world.holder();

        holder.verdict(Map.of("answers", Map.of("flag", Map.of("choices", List.of("Green"))))).statusCode(400);

        holder.verdict(preference(0)).statusCode(200).body("revision", equalTo(1));
    }

    private static void selected(Holder holder, int annotation, String selected) {
        holder.annotator()
                .get("/api/annotations/{id}", annotation)
                .then()
                .body("result[0].value.selected", equalTo(selected));
    }

    private static boolean isSwapped(Holder holder) {
        return holder.lease().firstShown().startsWith("second");
    }

    private static Map<String, Object> preference(int slot) {
        return Map.of("outcome", "preference", "slot", slot);
    }
}
