package org.prefstream.export.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** All of a schedule can be changed, and what cannot be is refused at its field, at once and when it is new. */
@QuarkusTest
class ScheduleChangeTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Scheduled scheduled;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        scheduled = new Scheduled(Exports.asOwner(owners, peers), projectId);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void whatABodyNamesIsChangedAndAllElseStays() {
        JsonPath before = scheduled.add(Scheduled.with(Scheduled.DAILY, "keep", 7)).jsonPath();
        long id = before.getLong("id");
        assertThat(before.getInt("keep")).isEqualTo(7);

        JsonPath named = change(id, "{\"title\":\"Renamed\"}");
        assertThat(named.getString("next_at")).isEqualTo(before.getString("next_at"));
        assertThat(named.getInt("keep")).isEqualTo(7);
        JsonPath weekly = change(id,
                "{\"every\":\"week\",\"weekday\":\"friday\",\"at\":\"04:30\",\"target\":\"lake\",\"keep\":2,\"paused\":true}");
        assertThat(weekly.getString("every") + weekly.getString("weekday") + weekly.getString("at"))
                .isEqualTo("weekfriday04:30");
        assertThat(weekly.getString("target") + weekly.getInt("keep") + weekly.getBoolean("paused"))
                .isEqualTo("lake2true");
        JsonPath all = change(id,
                "{\"keep\":null,\"paused\":false,\"parameters\":{\"exportType\":\"ARENA\",\"ties\":\"both\",\"part\":\"rejected\"}}");
        assertThat(all.<Integer>get("keep")).isNull();
        assertThat(all.getMap("parameters"))
                .isEqualTo(Map.of("exportType", "ARENA", "ties", "both", "part", "rejected"));
        assertThat(change(id, "{\"every\":\"day\"}").getString("weekday")).isNull();
        assertThat(scheduled.find(id).getString("title")).isEqualTo("Renamed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'title':' '}|title|required", "{'title':7}|title|string",
            "{'target':'moon'}|target|moon", "{'every':'month'}|every|hour or day or week",
            "{'at':'25:00'}|at|such as 03:30", "{'weekday':'friday'}|weekday|only for every week",
            "{'every':'week','weekday':'someday'}|weekday|monday or", "{'keep':0}|keep|from 1 to 1000",
            "{'keep':-1}|keep|from 1 to 1000", "{'keep':1001}|keep|from 1 to 1000", "{'keep':'few'}|keep|integer",
            "{'keep':1.5}|keep|integer", "{'paused':'maybe'}|paused|boolean", "{'parameters':'TRL'}|parameters|object",
            "{'parameters':{'exportType':'JSON','min_strength':'2'}}|exportType|min_strength",
            "{'parameters':{'exportType':'nothing'}}|exportType|not a format",
            "{'parameters':{'min_strength':9}}|min_strength|from 0 to 3",
            "{'parameters':{'tie':'both'}}|tie|Use exportType", "{'parameters':{'dry_run':true}}|dry_run|snapshot",
            "{'parameters':{'annotator_names':true}}|annotator_names|pseudonyms",
            "{'parameters':{'license':'mit'}}|license|only for the formats HF", "{'kept':3}|kept|title, target, every"})
    void whatIsWrongIsRefusedAtItsFieldAndChangesNothing(String body, String field, String right) {
        String sent = body.replace('\'', '"');
        JsonPath before = scheduled.add(Scheduled.DAILY).jsonPath();
        Map<String, Object> added = new HashMap<>(Scheduled.DAILY);
        added.putAll(Json.readObject(sent));

        for (Response refused : List.of(scheduled.change(before.getLong("id"), sent), scheduled.add(added))) {
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
            assertThat(Exports.refusals(refused)).containsOnlyKeys(field)
                    .hasEntrySatisfying(field, why -> assertThat(why).contains(right));
        }
        assertThat(scheduled.find(before.getLong("id")).getMap("")).isEqualTo(before.getMap(""));
        assertThat(scheduled.exports().get(scheduled.path(""), Map.of()).jsonPath().getList("")).hasSize(1);
    }

    private JsonPath change(long id, String body) {
        Response changed = scheduled.change(id, body);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        return changed.jsonPath();
    }
}
