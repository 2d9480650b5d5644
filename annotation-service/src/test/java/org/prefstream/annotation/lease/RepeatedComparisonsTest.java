package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.lease.LeaseView.ComparisonView;
import org.prefstream.annotation.lease.LeaseView.PartView;
import org.prefstream.annotation.lease.LeaseView.SlotView;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.testing.GeneratedTurns;
import org.prefstream.labelstudio.testing.GeneratedTurns.Turn;

/** Comparisons inside a Repeater: each repetition shows and trains on its own texts, and on what stands outside. */
class RepeatedComparisonsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachRepetitionIsTrainedOnByItself(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            GeneratedTurns task = GeneratedTurns.next(random);
            List<Turn> turns = task.turns();
            Shown shown = Shown.of(LabelingConfig.parse(task.config()).spec(), task.data());

            List<PreferenceRecord> rows = PreferenceRecords.derive(shown, Verdicts.derive(shown, task.result()),
                    task.result(), new Provenance(1, 1, 1, 1, 1, List.of(0, 1), null, Instant.EPOCH, "train"));

            assertThat(rows).as(task.config()).map(PreferenceRecord::control).isEqualTo(task.controls());
            assertThat(rows).as(task.config())
                    .map(PreferenceRecord::prompt)
                    .isEqualTo(turns.stream().map(turn -> String.join("\n\n", task.prompt(turn))).toList());
            assertThat(rows).as(task.config())
                    .map(PreferenceRecord::chosen)
                    .isEqualTo(turns.stream().map(Turn::better).toList());
            assertThat(rows).as(task.config())
                    .map(PreferenceRecord::rejected)
                    .isEqualTo(turns.stream().map(Turn::worse).toList());
            if (task.pairwise()) {
                checkPage(shown, task);
            }
        }
    }

    /** The page asks the first repetition, and names the others among what it does not ask. */
    private static void checkPage(Shown shown, GeneratedTurns task) {
        Turn first = task.turns().get(0);
        ComparisonView page = Objects.requireNonNull(LeaseView.comparison(shown, List.of(0, 1), true));

        assertThat(page.control()).isEqualTo("better_0");
        assertThat(page.prompt()).map(PartView::text).isEqualTo(task.prompt(first));
        assertThat(page.slots()).map(SlotView::text).containsExactly(first.one(), first.two());
        assertThat(page.notAsked()).hasSize(task.turns().size() - 1).doesNotContain("better_0");
    }
}
