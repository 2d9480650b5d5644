package org.prefstream.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.Outcome;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.snapshot.Snapshot;
import org.prefstream.export.snapshot.Snapshots;

import io.quarkus.test.junit.QuarkusTest;

/** Every pair of answers that was judged is counted once in the manifest of a file: it has a row, or a reason why not. */
@QuarkusTest
class ManifestCountsTest {

    private static final long ANN = 11;
    private static final long BOB = 12;
    /** A preference, a tie, two of which both are bad, one of equal answers, a ranking of three and a conversation. */
    private static final int JUDGED = 1 + 1 + 2 + 1 + 3 + 1;

    @Inject
    Owners owners;

    @Inject
    Snapshots snapshots;

    @Inject
    Formats formats;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        owners.publish(peers, Records.project(projectId));
        List<Map<String, String>> conversation = List.of(Map.of("role", "user", "content", "Hello"),
                Map.of("role", "assistant", "content", "Hello, you"), Map.of("role", "user", "content", "Well?"));
        List.of(Judged.first(projectId, Ids.next(), ANN), Judged.tie(projectId, Ids.next(), BOB),
                Judged.outcome(projectId, Ids.next(), ANN, Outcome.BOTH_BAD),
                Judged.outcome(projectId, Ids.next(), BOB, Outcome.BOTH_BAD),
                Judged.first(projectId, Ids.next(), BOB).of(List.of("same", "same")),
                Judged.ranking(projectId, Ids.next(), ANN, List.of(List.of(2), List.of(0), List.of(1))),
                Judged.second(projectId, Ids.next(), BOB).to(conversation))
                .forEach(judged -> owners.publish(peers, judged.published().stream()));
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "?ties=both, 6"})
    void whatWentInIsWhatCameOutAndWhatWasLeftOut(String asked, int selected) throws IOException {
        long id = Exports.asOwner(owners, peers)
                .request()
                .body("{\"title\":\"Counted\"}")
                .post("/api/projects/" + projectId + "/snapshots" + asked)
                .jsonPath()
                .getLong("id");
        Snapshot snapshot = snapshots.present(projectId, id);
        String all = formats.with(RowKind.PREFERENCE);

        assertThat(all).contains("TRL", "PARQUET", "HF", "ARENA", "HELPSTEER", "TRL_UNPAIRED", "TOGETHER");
        for (String format : all.split(", ", -1)) {
            PairCounts counts = counts(snapshot, format);
            long leftOut = counts.leftOut().values().stream().mapToLong(Long::longValue).sum();
            assertThat(counts.judged()).isEqualTo(JUDGED);
            assertThat(counts.taken() + leftOut).as("%s: %s", format, counts).isEqualTo(JUDGED);
        }
        assertThat(counts(snapshot, "TRL").taken()).isEqualTo(selected);
    }

    private PairCounts counts(Snapshot snapshot, String format) throws IOException {
        ExportRequest request = ExportRequest.ofFrozen(projectId, Map.of("exportType", List.of(format)), formats,
                "TRL");
        Map<String, String> headers = new HashMap<>();
        snapshots.write(snapshot, request, headers::put, OutputStream.nullOutputStream());
        return PairCounts.of(snapshot, request.format(), headers);
    }
}
