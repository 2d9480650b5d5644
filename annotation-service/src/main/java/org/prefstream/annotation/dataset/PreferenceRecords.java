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
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.task.Comparison;

/**
 * Turns a judgement into dataset rows: one per ordered pair that its verdicts imply. A ranking of N candidates without ties
 * gives N(N−1)/2 rows. A tie, both bad and cannot judge give none.
 *
 * <p>The dataset holds only rows that can be trained on. So a pair gives no row if both candidates are the same, if one of them
 * is blank, or if they belong to a conversation whose prompt cannot be answered. The verdict still stands in the annotation.
 * An empty prompt of plain text does not prevent a row: trainers can compare answers without a prompt.
 */
public final class PreferenceRecords {

    /** A ranking of 100 candidates gives 4,950. */
    static final int ROWS_MAX = 5_000;

    private final Shown shown;
    private final Regions regions;
    private final Provenance provenance;

    private PreferenceRecords(Shown shown, Regions regions, Provenance provenance) {
        this.shown = shown;
        this.regions = regions;
        this.provenance = provenance;
    }

    /**
     * {@return the rows, in the order of the verdicts; those of a ranking begin with the best candidate's pairs}
     *
     * @param shown what the judgement is about
     * @param verdicts what was concluded from the result
     * @param result Label Studio's list of regions; the rationale is read from it
     * @param provenance the facts that each row repeats
     * @throws ProblemException 400 that names the control where there would be too many rows
     */
    public static List<PreferenceRecord> derive(Shown shown, List<Verdict> verdicts, List<Object> result,
            Provenance provenance) {
        requireFew(verdicts);
        var records = new PreferenceRecords(shown, Regions.of(result), provenance);
        return verdicts.stream().flatMap(verdict -> records.of(verdict).stream()).toList();
    }

    private static void requireFew(List<Verdict> verdicts) {
        long pairs = 0;
        for (Verdict verdict : verdicts) {
            pairs += pairs(verdict);
            if (pairs > ROWS_MAX) {
                throw ProblemException.invalid("result",
                        "With the answer to \"%s\" this result puts %d pairs in order; at most %d are taken. Rank fewer items."
                                .formatted(verdict.control(), pairs, ROWS_MAX));
            }
        }
    }

    /** {@return how many pairs of candidates stand in different groups} */
    private static long pairs(Verdict verdict) {
        long before = 0;
        long pairs = 0;
        for (List<Integer> group : verdict.ranking()) {
            pairs += before * group.size();
            before += group.size();
        }
        return pairs;
    }

    private List<PreferenceRecord> of(Verdict verdict) {
        Optional<Comparison> comparison = shown.comparison(verdict.control());
        return comparison.map(compared -> rows(verdict, compared)).orElse(List.of());
    }

    private List<PreferenceRecord> rows(Verdict verdict, Comparison comparison) {
        TrainingText text = TrainingText.of(shown, comparison);
        List<PreferenceRecord> rows = new ArrayList<>();
        List<List<Integer>> groups = verdict.ranking();
        for (int better = 0; better < groups.size(); better++) {
            for (int worse = better + 1; worse < groups.size(); worse++) {
                for (int chosen : groups.get(better)) {
                    for (int rejected : groups.get(worse)) {
                        text.row(chosen, rejected)
                                .ifPresent(row -> rows.add(row(verdict, comparison, row, chosen, rejected)));
                    }
                }
            }
        }
        return rows;
    }

    private PreferenceRecord row(Verdict verdict, Comparison comparison, TrainingText.Row row, int chosen,
            int rejected) {
        long id = provenance.annotationId();
        return new PreferenceRecord(PreferenceRecord.SCHEMA, row.prompt(), row.chosen(), row.rejected(),
                verdict.strength(), PreferenceRecord.key(id, verdict.control(), chosen, rejected), Long.toString(id),
                provenance.projectId(), provenance.taskId(), id, provenance.revision(), verdict.control(),
                verdict.strength(), chosen, rejected, comparison.candidates().get(chosen).model(),
                comparison.candidates().get(rejected).model(),
                new ShownOrder(provenance.shownOrder()).of(comparison.candidates().size()).candidates(),
                provenance.annotatorId(), leadTime(), provenance.split(), shown.sha256(),
                provenance.submittedAt().truncatedTo(ChronoUnit.MICROS), Rationale.in(shown, comparison, regions));
    }

    /** The lead time always has a decimal point, because loaders type the column by its first rows. */
    private BigDecimal leadTime() {
        BigDecimal leadTime = provenance.leadTime() == null ? BigDecimal.ZERO : provenance.leadTime();
        return leadTime.scale() < 1 ? leadTime.setScale(1) : leadTime;
    }
}
