package org.prefstream.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.RowlessPair;
import org.prefstream.contract.TopicRecord;
import org.prefstream.contract.Verdict;

/**
 * A judgement with the rows that follow from it, as annotation-service would publish both.
 *
 * @param answers the candidates' texts, in data order
 */
public record Judged(
        long projectId,
        long taskId,
        long annotationId,
        long annotator,
        Instant at,
        boolean isGroundTruth,
        Object prompt,
        List<String> answers,
        Verdict verdict) {

    private static final String CONTROL = "comparison";

    /** {@return a preference for the first of two answers} */
    public static Judged first(long projectId, long taskId, long annotator) {
        return of(projectId, taskId, annotator, Outcome.PREFERENCE, List.of(List.of(0), List.of(1)));
    }

    /** {@return a preference for the second of two answers} */
    public static Judged second(long projectId, long taskId, long annotator) {
        return of(projectId, taskId, annotator, Outcome.PREFERENCE, List.of(List.of(1), List.of(0)));
    }

    public static Judged tie(long projectId, long taskId, long annotator) {
        return of(projectId, taskId, annotator, Outcome.TIE, List.of(List.of(0, 1)));
    }

    public static Judged outcome(long projectId, long taskId, long annotator, Outcome outcome) {
        return of(projectId, taskId, annotator, outcome, List.of());
    }

    /** {@return a ranking of four answers; those in one group are tied} */
    public static Judged ranking(long projectId, long taskId, long annotator, List<List<Integer>> groups) {
        return of(projectId, taskId, annotator, Outcome.RANKING, groups).of(List.of("a", "b", "c", "d"));
    }

    private static Judged of(long projectId, long taskId, long annotator, Outcome outcome, List<List<Integer>> groups) {
        return new Judged(projectId, taskId, Ids.next(), annotator, Records.T0, false, "Prompt of " + taskId,
                List.of("a", "b"), new Verdict(CONTROL, outcome, groups, 0));
    }

    public Judged at(Instant when) {
        return new Judged(projectId, taskId, annotationId, annotator, when, isGroundTruth, prompt, answers, verdict);
    }

    public Judged asGroundTruth() {
        return new Judged(projectId, taskId, annotationId, annotator, at, true, prompt, answers, verdict);
    }

    public Judged to(Object otherPrompt) {
        return new Judged(projectId, taskId, annotationId, annotator, at, isGroundTruth, otherPrompt, answers, verdict);
    }

    public Judged of(List<String> otherAnswers) {
        return new Judged(projectId, taskId, annotationId, annotator, at, isGroundTruth, prompt, otherAnswers, verdict);
    }

    /** {@return the same annotation, after its annotator has said that they cannot judge} */
    public Judged undecided() {
        return new Judged(projectId, taskId, annotationId, annotator, at, isGroundTruth, prompt, answers,
                new Verdict(CONTROL, Outcome.CANNOT_JUDGE, List.of(), 0));
    }

    public Judged by(int strength) {
        return new Judged(projectId, taskId, annotationId, annotator, at, isGroundTruth, prompt, answers,
                new Verdict(CONTROL, verdict.outcome(), verdict.ranking(), strength));
    }

    public AnnotationRecord annotation() {
        return annotation(null);
    }

    /** {@return the annotation of somebody who saw the task by a configuration with that hash} */
    public AnnotationRecord annotation(@Nullable String labelConfigSha256) {
        return new AnnotationRecord(annotationId, taskId, projectId, annotator, annotator, List.of(), false,
                isGroundTruth, at, at.plusSeconds(60), new BigDecimal("12.5"), new UUID(0, annotationId), null, null,
                List.of(verdict), List.of(0, 1), "", null, null, null, 0, labelConfigSha256, rowless());
    }

    /** {@return the same as a former version would have published it, which told nothing of pairs without a row} */
    public AnnotationRecord formerAnnotation() {
        AnnotationRecord now = annotation();
        return new AnnotationRecord(annotationId, taskId, projectId, annotator, annotator, List.of(), false,
                isGroundTruth, at, now.updatedAt(), now.leadTime(), now.uniqueId(), null, null, now.verdicts(),
                now.shownOrder(), "", null, null, null);
    }

    /** {@return the pairs that have no row, as annotation-service tells of them} */
    private List<RowlessPair> rowless() {
        List<RowlessPair> rowless = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size(); j++) {
                Outcome said = said(i, j);
                boolean hasRow = said == Outcome.PREFERENCE && isTrainable(answers.get(i), answers.get(j));
                if (!hasRow && said != Outcome.CANNOT_JUDGE) {
                    rowless.add(rowless(i, j, said));
                }
            }
        }
        return rowless;
    }

    private Outcome said(int i, int j) {
        if (verdict.outcome() == Outcome.BOTH_BAD || verdict.outcome() == Outcome.CANNOT_JUDGE) {
            return verdict.outcome();
        }
        return verdict.ranking().stream().anyMatch(group -> group.containsAll(List.of(i, j)))
                ? Outcome.TIE
                : Outcome.PREFERENCE;
    }

    private RowlessPair rowless(int i, int j, Outcome said) {
        if (!isTrainable(answers.get(i), answers.get(j))) {
            String code = answers.get(i).equals(answers.get(j))
                    ? RowlessPair.IDENTICAL_ANSWERS
                    : RowlessPair.EMPTY_TEXT;
            return new RowlessPair(CONTROL, i, j, said, code, null);
        }
        return new RowlessPair(CONTROL, i, j, said, null, row(i, j));
    }

    /** {@return the row of a tie, with the first answer as the chosen one, or the second one} */
    public PreferenceRecord tied(int chosen, int rejected) {
        PreferenceRecord one = row(chosen, rejected);
        return new PreferenceRecord(one.schema(), one.prompt(), one.chosen(), one.rejected(), one.margin(),
                "%d/%s/%d-%d".formatted(annotationId, CONTROL, chosen, rejected), one.groupId(), projectId, taskId,
                annotationId, 1, CONTROL, 0, chosen, rejected, "", "", one.shownOrder(), annotator, one.leadTimeS(),
                "train", "", one.submittedAt(), "", 0);
    }

    /** {@return the only row} */
    public PreferenceRecord row() {
        return rows().get(0);
    }

    /** {@return the rows in the order of a file; none for answers that cannot be told apart or are empty} */
    public List<PreferenceRecord> rows() {
        List<PreferenceRecord> rows = new ArrayList<>();
        List<List<Integer>> groups = verdict.ranking();
        for (int better = 0; better < groups.size(); better++) {
            for (int worse = better + 1; worse < groups.size(); worse++) {
                for (int chosen : groups.get(better)) {
                    for (int rejected : groups.get(worse)) {
                        if (isTrainable(answers.get(chosen), answers.get(rejected))) {
                            rows.add(row(chosen, rejected));
                        }
                    }
                }
            }
        }
        rows.sort((one, other) -> one.recordId().compareTo(other.recordId()));
        return rows;
    }

    private static boolean isTrainable(String one, String other) {
        return !one.equals(other) && !one.isBlank() && !other.isBlank();
    }

    private PreferenceRecord row(int chosen, int rejected) {
        PreferenceRecord text = new PreferenceRecord(PreferenceRecord.SCHEMA, "", answers.get(chosen),
                answers.get(rejected), verdict.strength(),
                PreferenceRecord.key(annotationId, CONTROL, chosen, rejected), Long.toString(annotationId), projectId,
                taskId, annotationId, 1, CONTROL, verdict.strength(), chosen, rejected, "", "", List.of(0, 1),
                annotator, new BigDecimal("18.4"), "train", "", at, "", 0);
        PreferenceRecord shaped = prompt instanceof String ? text : text.asMessages();
        return new PreferenceRecord(shaped.schema(), prompt, shaped.chosen(), shaped.rejected(), shaped.margin(),
                shaped.recordId(), shaped.groupId(), projectId, taskId, annotationId, 1, CONTROL, shaped.strength(),
                chosen, rejected, "", "", shaped.shownOrder(), annotator, shaped.leadTimeS(), "train", "", at, "", 0);
    }

    /** {@return all that its owner would publish} */
    public List<TopicRecord> published() {
        List<TopicRecord> records = new ArrayList<>(rows());
        records.add(annotation());
        return records;
    }
}
