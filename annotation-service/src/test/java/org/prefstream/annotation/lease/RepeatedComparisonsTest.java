package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.lease.ShownView.ComparedView;
import org.prefstream.annotation.lease.ShownView.PartView;
import org.prefstream.annotation.lease.ShownView.RepetitionView;
import org.prefstream.annotation.lease.ShownView.SlotView;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
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
                    task.result(), new Provenance(1, 1, 1, 1, 1, List.of(0, 1), null, Instant.EPOCH, "train", 0));

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

    /** The page asks each repetition, about what it shows. */
    private static void checkPage(Shown shown, GeneratedTurns task) {
        ShownView page = ShownView.of(shown, new ShownOrder(List.of(1, 0)), ShownViewTest.PROJECT, true);

        for (int i = 0; i < task.turns().size(); i++) {
            Turn turn = task.turns().get(i);
            ComparedView compared = page.comparisons().get(i);
            RepetitionView repetition = new RepetitionView(0, i);

            assertThat(compared.control()).isEqualTo("better_" + i);
            assertThat(compared.slots()).map(SlotView::text).containsExactly(turn.two(), turn.one());
            assertThat(page.controls().get(i).repeats()).containsExactly(repetition);
            assertThat(page.parts()
                    .stream()
                    .filter(part -> part.repeats().isEmpty() || part.repeats().contains(repetition)))
                    .map(PartView::text)
                    .isEqualTo(task.prompt(turn));
        }
    }
}
