package org.prefstream.annotation.dataset;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.RowlessPair;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.task.Comparison;

/**
 * Turns a judgement into dataset rows: one per ordered pair that its verdicts imply. A ranking of N candidates without ties
 * gives N(N−1)/2 rows. A tie, both bad and cannot judge give none. Pairs without a row are told of in the annotation's record: with
 * the row that a tie would be, or with the reason why nothing could be trained on them.
 *
 * <p>The dataset holds only rows that can be trained on. So a pair gives no row if both candidates are the same, if one of them
 * is blank, or if they belong to a conversation whose prompt cannot be answered. The verdict still stands in the annotation.
 * An empty prompt of plain text does not prevent a row: trainers can compare answers without a prompt.
 */
public final class PreferenceRecords {

    /** A ranking of 100 candidates gives 4,950. */
    static final int ROWS_MAX = 5_000;
    /** The most pairs without a row, and the most characters of their rows: the record of the annotation has them all. */
    static final int ROWLESS_MAX = 5_000;
    static final int ROWLESS_CHARACTERS_MAX = 1024 * 1024;

    private final Shown shown;
    private final Regions regions;
    private final Provenance provenance;
    private final List<PreferenceRecord> rows = new ArrayList<>();
    private final List<RowlessPair> rowless = new ArrayList<>();
    private int rowlessCharacters;

    private PreferenceRecords(Shown shown, Regions regions, Provenance provenance) {
        this.shown = shown;
        this.regions = regions;
        this.provenance = provenance;
    }

    /**
     * {@return what follows from a judgement}
     *
     * @param shown what the judgement is about
     * @param verdicts what was concluded from the result
     * @param result Label Studio's list of regions; the rationale is read from it
     * @param provenance the facts that each row repeats
     * @throws ProblemException 400 that names the control where there would be too many rows
     */
    public static PreferenceRecords of(Shown shown, List<Verdict> verdicts, List<Object> result,
            Provenance provenance) {
        requireFew(verdicts);
        var records = new PreferenceRecords(shown, Regions.of(result), provenance);
        verdicts.forEach(records::add);
        return records;
    }

    /** {@return the rows alone, see {@link #of}} */
    public static List<PreferenceRecord> derive(Shown shown, List<Verdict> verdicts, List<Object> result,
            Provenance provenance) {
        return of(shown, verdicts, result, provenance).rows();
    }

    /** {@return the rows, in the order of the verdicts; those of a ranking begin with the best candidate's pairs} */
    public List<PreferenceRecord> rows() {
        return List.copyOf(rows);
    }

    /**
     * {@return the judged pairs that have no row, as far as there is something to say of them} Ties whose texts are too long to be
     * repeated are not among them.
     */
    public List<RowlessPair> rowless() {
        return List.copyOf(rowless);
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

    private void add(Verdict verdict) {
        Optional<Comparison> comparison = shown.comparison(verdict.control());
        comparison.ifPresent(compared -> add(verdict, compared, TrainingText.of(shown, compared)));
    }

    private void add(Verdict verdict, Comparison comparison, TrainingText text) {
        List<List<Integer>> groups = verdict.ranking();
        for (int better = 0; better < groups.size(); better++) {
            for (int worse = better + 1; worse < groups.size(); worse++) {
                for (int chosen : groups.get(better)) {
                    for (int rejected : groups.get(worse)) {
                        addPreference(verdict, comparison, text, chosen, rejected);
                    }
                }
            }
            addTies(verdict, comparison, text, groups.get(better));
        }
        if (verdict.outcome() == Outcome.BOTH_BAD && comparison.candidates().size() > 1) {
            addUndecided(verdict, comparison, text, Outcome.BOTH_BAD, 0, 1);
        }
    }

    private void addPreference(Verdict verdict, Comparison comparison, TrainingText text, int chosen, int rejected) {
        TrainingText.Pair pair = text.pair(chosen, rejected);
        if (pair.row() != null) {
            rows.add(row(verdict, comparison, pair.row(), chosen, rejected));
        } else if (rowless.size() < ROWLESS_MAX) {
            rowless.add(new RowlessPair(verdict.control(), Math.min(chosen, rejected), Math.max(chosen, rejected),
                    Outcome.PREFERENCE, pair.code(), null));
        }
    }

    private void addTies(Verdict verdict, Comparison comparison, TrainingText text, List<Integer> tied) {
        for (int i = 0; i < tied.size(); i++) {
            for (int j = i + 1; j < tied.size() && rowless.size() < ROWLESS_MAX; j++) {
                addUndecided(verdict, comparison, text, Outcome.TIE, Math.min(tied.get(i), tied.get(j)),
                        Math.max(tied.get(i), tied.get(j)));
            }
        }
    }

    private void addUndecided(Verdict verdict, Comparison comparison, TrainingText text, Outcome outcome, int first,
            int second) {
        TrainingText.Pair pair = text.pair(first, second);
        if (pair.row() == null) {
            rowless.add(new RowlessPair(verdict.control(), first, second, outcome, pair.code(), null));
            return;
        }
        PreferenceRecord row = row(verdict, comparison, pair.row(), first, second);
        int characters = Json.write(row).length();
        if (rowlessCharacters + characters <= ROWLESS_CHARACTERS_MAX) {
            rowlessCharacters += characters;
            rowless.add(new RowlessPair(verdict.control(), first, second, outcome, null, row));
        }
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
                provenance.submittedAt().truncatedTo(ChronoUnit.MICROS), Rationale.in(shown, comparison, regions),
                provenance.guidelinesVersion());
    }

    /** The lead time always has a decimal point, because loaders type the column by its first rows. */
    private BigDecimal leadTime() {
        BigDecimal leadTime = provenance.leadTime() == null ? BigDecimal.ZERO : provenance.leadTime();
        return leadTime.scale() < 1 ? leadTime.setScale(1) : leadTime;
    }
}
