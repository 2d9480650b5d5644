package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.RowlessPair;
import org.prefstream.kit.projection.Change;

/**
 * A row that a tie would be, for those who ask for it.
 *
 * @param revision of the annotation that it comes with
 * @param prefers {@link JudgedPair#TIE} or {@link JudgedPair#BOTH_BAD}
 * @param line 1 where the first candidate of the pair is the chosen one, 2 where the second is
 */
record TieRow(PreferenceRecord row, long revision, int prefers, int line) {

    /** {@return the rows of all ties that arrive} */
    static List<TieRow> of(List<Change<AnnotationRecord>> changes) {
        List<TieRow> rows = new ArrayList<>();
        for (Change<AnnotationRecord> change : changes) {
            AnnotationRecord annotation = change.state();
            for (RowlessPair pair : annotation == null ? List.<RowlessPair>of() : annotation.rowless()) {
                add(pair, change.revision(), rows);
            }
        }
        return rows;
    }

    private static void add(RowlessPair pair, long revision, List<TieRow> rows) {
        if (pair.row() != null && (pair.outcome() == Outcome.TIE || pair.outcome() == Outcome.BOTH_BAD)) {
            int prefers = pair.outcome() == Outcome.TIE ? JudgedPair.TIE : JudgedPair.BOTH_BAD;
            rows.add(new TieRow(pair.row(), revision, prefers, 1));
            if (prefers == JudgedPair.TIE) {
                rows.add(new TieRow(turned(pair.row()), revision, prefers, 2));
            }
        }
    }

    /** {@return the row with the other answer as the chosen one} The key of a pair has its lower place first, so this one is of its own. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // what was rejected becomes the chosen one
    private static PreferenceRecord turned(PreferenceRecord one) {
        String key = "%d/%s/%d-%d".formatted(one.annotationId(), one.control(), one.rejectedIndex(), one.chosenIndex());
        return new PreferenceRecord(one.schema(), one.prompt(), one.rejected(), one.chosen(), one.margin(), key,
                one.groupId(), one.projectId(), one.taskId(), one.annotationId(), one.revision(), one.control(),
                one.strength(), one.rejectedIndex(), one.chosenIndex(), one.rejectedModel(), one.chosenModel(),
                one.shownOrder(), one.annotatorId(), one.leadTimeS(), one.split(), one.shownSha256(), one.submittedAt(),
                one.rationale(), one.guidelinesVersion());
    }
}
