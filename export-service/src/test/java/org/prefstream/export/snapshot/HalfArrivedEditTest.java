package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.TopicRecord;
import org.prefstream.contract.Verdict;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** An edit comes on two topics. While it has arrived on one of them alone, a pair has the rows that its annotation says. */
@QuarkusTest
class HalfArrivedEditTest {

    private static final long ANN = 11;
    private static final long BOB = 12;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private SnapshotFiles files;

    private final long projectId = Ids.next();
    private final long task = Ids.next();

    @BeforeEach
    void project() {
        files = new SnapshotFiles(Exports.asOwner(owners, peers), projectId);
        owners.publish(peers, Records.project(projectId));
        publish(Judged.first(projectId, Ids.next(), BOB).published(), 1);
    }

    @Test
    void aPreferenceThatBecameATieHasTheRowsOfTheTieBeforeItsRowIsGone() {
        Judged preferred = Judged.first(projectId, task, ANN).by(2);
        publish(preferred.published(), 1);
        publish(List.of(saying(preferred, Outcome.TIE).annotation()), 2);

        JsonPath made = files.make("ties=both");

        assertThat(outcomes(made)).containsExactlyInAnyOrder("preference", "tie", "tie");
        assertThat(made.getLong("rows_in")).isEqualTo(2);
        assertThat(made.getMap("left_out")).isEmpty();
        assertThat(files.live("ties=both", "TRL", "data").asString()).isEqualTo(rows(made));
    }

    @Test
    void aTieThatBecameAPreferenceHasTheRowsOfTheTieUntilItsAnnotationSaysSo() {
        Judged tied = Judged.tie(projectId, task, ANN);
        publish(tied.published(), 1);
        publish(saying(tied, Outcome.PREFERENCE).rows(), 2);

        JsonPath made = files.make("ties=both");

        assertThat(outcomes(made)).containsExactlyInAnyOrder("preference", "tie", "tie");
        assertThat(made.getLong("rows_in")).isEqualTo(2);
        assertThat(files.live("ties=both", "TRL", "data").asString()).isEqualTo(rows(made));
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = {"TIE", "BOTH_BAD"}, mode = Mode.INCLUDE)
    void aRowThatIsAboutToGoStandsForNoOtherByMajority(Outcome now) {
        Judged first = Judged.first(projectId, task, ANN);
        publish(first.published(), 1);
        publish(List.of(saying(first, now).annotation()), 2);
        List<Judged> others = List.of(Judged.first(projectId, task, BOB), Judged.first(projectId, task, 13));
        others.forEach(judged -> publish(judged.published(), 1));

        JsonPath made = files.make("ties=both&aggregate=majority");

        assertThat(rows(made)).contains(others.get(0).row().key()).doesNotContain(first.row().key());
        assertThat(made.getLong("rows")).isEqualTo(2);
    }

    private static Judged saying(Judged before, Outcome now) {
        Judged other = now == Outcome.TIE
                ? Judged.tie(before.projectId(), before.taskId(), before.annotator())
                : now == Outcome.PREFERENCE
                        ? Judged.first(before.projectId(), before.taskId(), before.annotator())
                        : Judged.outcome(before.projectId(), before.taskId(), before.annotator(), now);
        Verdict said = other.verdict();
        return new Judged(before.projectId(), before.taskId(), before.annotationId(), before.annotator(), before.at(),
                false, before.prompt(), before.answers(), said);
    }

    private void publish(List<? extends TopicRecord> records, long revision) {
        owners.publish(peers, records.stream().map(record -> Publication.of(record, revision)).toList());
    }

    private String rows(JsonPath made) {
        return files.export(made.getLong("id"), "TRL", "data").asString();
    }

    private Stream<Object> outcomes(JsonPath made) {
        return rows(made).lines().map(Json::readObject).map(row -> row.getOrDefault("outcome", ""));
    }
}
