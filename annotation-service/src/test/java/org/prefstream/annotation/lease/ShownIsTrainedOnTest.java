package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.lease.LeaseView.ComparisonView;
import org.prefstream.annotation.lease.LeaseView.PartView;
import org.prefstream.annotation.lease.LeaseView.SlotView;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;

/**
 * Generates configurations and tasks, and knows itself what each tag shows: what the page is sent and what the row of the
 * dataset holds must be these very words.
 */
class ShownIsTrainedOnTest {

    private static final int CONFIGURATIONS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePageAndTheRowHoldTheWordsThatTheConfigurationShows(long seed) {
        Random random = new Random(seed);
        int rows = 0;
        for (int i = 0; i < CONFIGURATIONS; i++) {
            GeneratedTask task = GeneratedTask.next(random);
            String context = "seed " + seed + ", configuration " + i + ":\n" + task.config() + "\n" + task.data();
            LabelingConfig config = LabelingConfig.parse(task.config());
            Shown shown = Shown.of(config.spec(), Json.readObject(task.data()));
            ComparisonView page = Objects.requireNonNull(LeaseView.comparison(shown, List.of(1, 0)), context);

            assertThat(words(page, false)).as(context).isEqualTo(task.prompt());
            assertThat(words(page, true)).as(context).isEqualTo(task.captions());
            assertThat(page.slots()).as(context)
                    .extracting(SlotView::text)
                    .containsExactly(task.answers().get(1), task.answers().get(0));
            rows += checkRow(task, shown, context);
            assertThat(config.warnings()).as(context).isEmpty();
        }
        assertThat(rows).isGreaterThan(CONFIGURATIONS / 2);
    }

    private static int checkRow(GeneratedTask task, Shown shown, String context) {
        List<Object> result = Samples.selected("left");
        List<PreferenceRecord> rows = PreferenceRecords.derive(shown, Verdicts.derive(shown, result), result,
                new Provenance(1, 1, 1, 1, 1, List.of(1, 0), null, Instant.EPOCH, "train"));
        if (rows.isEmpty()) {
            assertThat(task.teachesNothing()).as(context).isTrue();
            return 0;
        }
        // through JSON, as the topic and the export have it
        PreferenceRecord row = Json.read(Json.write(rows.get(0)), PreferenceRecord.class);
        assertThat(row.prompt()).as(context).isEqualTo(task.trainingPrompt());
        assertThat(words(row.chosen())).as(context).isEqualTo(task.answers().get(0));
        assertThat(words(row.rejected())).as(context).isEqualTo(task.answers().get(1));
        return 1;
    }

    /** The words of the parts, a conversation as JSON. */
    private static List<String> words(ComparisonView page, boolean captions) {
        return page.prompt()
                .stream()
                .filter(part -> part.caption() == captions)
                .map(ShownIsTrainedOnTest::words)
                .toList();
    }

    private static String words(PartView part) {
        return part.text() == null ? Json.write(part.messages()) : part.text();
    }

    private static String words(Object answer) {
        return answer instanceof List<?> messages
                ? messages.stream()
                        .map(message -> String.valueOf(((Map<?, ?>) message).get("content")))
                        .collect(Collectors.joining())
                : answer.toString();
    }
}
