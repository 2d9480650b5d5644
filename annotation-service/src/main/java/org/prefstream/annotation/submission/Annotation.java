package org.prefstream.annotation.submission;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.dataset.Rationale;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

/**
 * A submitted judgement. What was shown never changes with it, so its records derive from the same content for ever, also
 * when the answer is edited. Changed only under the task's row lock.
 */
@Entity
@Table(name = "annotation")
public class Annotation {

    private static final TypeReference<List<Verdict>> VERDICTS = new TypeReference<>() {
    };

    @Id
    long id;

    long revision;

    long taskId;

    long projectId;

    long completedBy;

    long updatedBy;

    @Nullable
    String result;

    boolean wasCancelled;

    boolean counts;

    boolean groundTruth;

    Instant createdAt = Instant.EPOCH;

    Instant updatedAt = Instant.EPOCH;

    @Nullable
    BigDecimal leadTime;

    UUID uniqueId = new UUID(0, 0);

    @Nullable
    Long parentPrediction;

    @Nullable
    Long parentAnnotation;

    String verdicts = "[]";

    String shownOrder = "[]";

    String shownSha256 = "";

    @Nullable
    String importKey;

    @Nullable
    Long importId;

    String recordKeys = "[]";

    protected Annotation() {
        // for Hibernate
    }

    /** Starts an annotation of a task by a person; {@link #answer} gives it its judgement. */
    Annotation(long taskId, long projectId, long completedBy, UUID uniqueId, Shown shown, List<Integer> shownOrder,
            Instant now) {
        this.taskId = taskId;
        this.projectId = projectId;
        this.completedBy = completedBy;
        this.uniqueId = uniqueId;
        this.shownSha256 = shown.sha256();
        this.shownOrder = Json.write(shownOrder);
        this.createdAt = now;
    }

    /** Gets its id and its first answer. */
    void begin(Annotations.Birth birth, Shown shown, SubmittedResult answer, boolean counts, long by, Instant now) {
        this.id = birth.id();
        answer(shown, answer, counts, by, birth.revision(), now);
    }

    /** Takes an answer, the first or a better one, as of a revision. */
    void answer(Shown shown, SubmittedResult answer, boolean counts, long by, long revision, Instant now) {
        this.revision = revision;
        this.result = answer.result() == null ? null : Json.write(answer.result());
        this.wasCancelled = answer.skipped();
        this.counts = counts;
        this.groundTruth = answer.groundTruth();
        this.leadTime = answer.leadTime();
        this.verdicts = Json.write(answer.skipped() ? List.of() : Verdicts.derive(shown, answer.regions()));
        this.updatedBy = by;
        this.updatedAt = now;
    }

    /** {@return the annotation as its topic carries it} */
    AnnotationRecord record() {
        return new AnnotationRecord(id(), taskId, projectId, completedBy, updatedBy, resultList(), wasCancelled,
                groundTruth, createdAt, updatedAt, leadTime, uniqueId, parentPrediction, parentAnnotation,
                verdictList(), order(), shownSha256, importKey, importId);
    }

    /** {@return the dataset rows that follow from the present answer} */
    List<PreferenceRecord> preferences(Shown shown, String split) {
        List<Object> regions = result == null ? List.of() : Json.readList(result);
        return PreferenceRecords.derive(shown, verdictList(), new Provenance(id(), revision, projectId, taskId,
                completedBy, order(), leadTime, updatedAt, split, Rationale.in(regions)));
    }

    /** {@return the result as it was sent} */
    @Nullable
    List<Object> resultList() {
        return result == null ? null : Json.readList(result);
    }

    private List<Verdict> verdictList() {
        try {
            return Json.mapper().readValue(verdicts, VERDICTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> order() {
        return Json.readList(shownOrder).stream().map(Integer.class::cast).toList();
    }

    long id() {
        return id;
    }
}
