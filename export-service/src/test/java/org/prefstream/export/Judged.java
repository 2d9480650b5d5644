package org.prefstream.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
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

    public Judged by(int strength) {
        return new Judged(projectId, taskId, annotationId, annotator, at, isGroundTruth, prompt, answers,
                new Verdict(CONTROL, verdict.outcome(), verdict.ranking(), strength));
    }

    public AnnotationRecord annotation() {
        return new AnnotationRecord(annotationId, taskId, projectId, annotator, annotator, List.of(), false,
                isGroundTruth, at, at.plusSeconds(60), new BigDecimal("12.5"), new UUID(0, annotationId), null, null,
                List.of(verdict), List.of(0, 1), "", null, null, null);
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
                annotator, new BigDecimal("18.4"), "train", "", at, "");
        PreferenceRecord shaped = prompt instanceof String ? text : text.asMessages();
        return new PreferenceRecord(shaped.schema(), prompt, shaped.chosen(), shaped.rejected(), shaped.margin(),
                shaped.recordId(), shaped.groupId(), projectId, taskId, annotationId, 1, CONTROL, shaped.strength(),
                chosen, rejected, "", "", shaped.shownOrder(), annotator, shaped.leadTimeS(), "train", "", at, "");
    }

    /** {@return all that its owner would publish} */
    public List<TopicRecord> published() {
        List<TopicRecord> records = new ArrayList<>(rows());
        records.add(annotation());
        return records;
    }
}
