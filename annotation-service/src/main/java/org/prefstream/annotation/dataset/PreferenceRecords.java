package org.prefstream.annotation.dataset;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.result.Comparison;

/**
 * Turns a judgement into dataset rows: one per ordered pair that its verdicts imply, N(N−1)/2 for a ranking of N without
 * ties; none for a tie, for both bad, or where the annotator could not judge.
 *
 * <p>The dataset holds only rows that can be trained on, so there is none either for a pair of answers with the same text, for
 * one with a blank answer, or for a conversation without a prompt that can be answered. An empty prompt of plain text is
 * kept: comparing answers without one is a way to train. Such a verdict still stands in the annotation.
 */
public final class PreferenceRecords {

    private final Shown shown;
    private final Provenance judgement;

    private PreferenceRecords(Shown shown, Provenance judgement) {
        this.shown = shown;
        this.judgement = judgement;
    }

    /** {@return the rows, in the order of the verdicts and within a ranking from its best pair on} */
    public static List<PreferenceRecord> derive(Shown shown, List<Verdict> verdicts, Provenance judgement) {
        var records = new PreferenceRecords(shown, judgement);
        return verdicts.stream().flatMap(verdict -> records.of(verdict).stream()).toList();
    }

    private List<PreferenceRecord> of(Verdict verdict) {
        Optional<Comparison> comparison = shown.comparison(verdict.control());
        return comparison.map(compared -> rows(verdict, compared)).orElse(List.of());
    }

    private List<PreferenceRecord> rows(Verdict verdict, Comparison comparison) {
        TrainingText wording = TrainingText.of(shown, comparison);
        List<PreferenceRecord> rows = new ArrayList<>();
        List<List<Integer>> groups = verdict.ranking();
        for (int better = 0; better < groups.size(); better++) {
            for (int worse = better + 1; worse < groups.size(); worse++) {
                for (int chosen : groups.get(better)) {
                    for (int rejected : groups.get(worse)) {
                        wording.row(chosen, rejected)
                                .ifPresent(row -> rows.add(row(verdict, comparison, row, chosen, rejected)));
                    }
                }
            }
        }
        return rows;
    }

    private PreferenceRecord row(Verdict verdict, Comparison comparison, TrainingText.Row row, int chosen,
            int rejected) {
        long id = judgement.annotationId();
        return new PreferenceRecord(PreferenceRecord.SCHEMA, row.prompt(), row.chosen(), row.rejected(),
                verdict.strength(), PreferenceRecord.key(id, verdict.control(), chosen, rejected), Long.toString(id),
                judgement.projectId(), judgement.taskId(), id, judgement.revision(), verdict.control(),
                verdict.strength(), chosen, rejected, comparison.candidates().get(chosen).model(),
                comparison.candidates().get(rejected).model(), shownOrder(comparison), judgement.annotatorId(),
                leadTime(), judgement.split(), shown.sha256(), judgement.submittedAt().truncatedTo(ChronoUnit.MICROS),
                judgement.rationale());
    }

    /** An order that was recorded for another number of candidates is not this comparison's. */
    private List<Integer> shownOrder(Comparison comparison) {
        int size = comparison.candidates().size();
        return judgement.shownOrder().size() == size ? judgement.shownOrder() : ShownOrder.asInData(size).candidates();
    }

    /** Always with a decimal point: loaders type the column by its first rows. */
    private BigDecimal leadTime() {
        BigDecimal leadTime = judgement.leadTime() == null ? BigDecimal.ZERO : judgement.leadTime();
        return leadTime.scale() < 1 ? leadTime.setScale(1) : leadTime;
    }
}
