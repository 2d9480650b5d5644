package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.dataset.RowKeys;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Times;
import org.prefstream.contract.Topic;
import org.prefstream.contract.Verdict;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.AnnotationView;
import org.prefstream.labelstudio.view.CreatedAgo;

import io.vertx.sqlclient.Row;

/**
 * A submitted judgement, or a skip. An edit changes the result but never what was shown, so the dataset rows follow from the
 * same content for ever. An annotation changes only under the task's row lock.
 */
@Entity
@Table(name = "annotation")
public class Annotation {

    /** The most that the dataset rows of one annotation may have as JSON. */
    private static final long ROWS_CHARACTERS_MAX = 16L * 1024 * 1024;

    @Id
    private long id;

    @Column
    private long revision;

    @Embedded
    private Origin origin;

    @Column
    private long updatedBy;

    @Column
    @Nullable
    private String result;

    @Column
    private boolean wasCancelled;

    @Column
    private boolean counts;

    @Column
    private boolean groundTruth;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Column
    @Nullable
    private BigDecimal leadTime;

    @Column
    @Nullable
    private String skipReason;

    @Column
    private String shownSha256;

    @Column
    private String recordKeys;

    /** What {@link #result} and the columns beside it say, if it need not be read from them. */
    @Transient
    @Nullable
    private SubmittedResult submitted;

    protected Annotation() {
        // for Hibernate
    }

    /**
     * Begins an annotation with its first result.
     *
     * @param shown what the annotator saw
     * @param by who submits it: the author, or a manager in the author's name
     */
    Annotation(NewIdentity identity, Origin origin, Shown shown, SubmittedResult submitted, long by, Instant now) {
        this.id = identity.id();
        this.origin = origin;
        this.shownSha256 = shown.sha256();
        this.recordKeys = RowKeys.NONE.json();
        this.createdAt = now;
        take(submitted, by, identity.revision(), now);
    }

    /** {@return an annotation that came with a task; its times are those that the import says} */
    static Annotation imported(NewIdentity identity, Origin origin, Shown shown, SubmittedResult submitted,
            ImportedAnnotationRecord record) {
        var annotation = new Annotation(identity, origin, shown, submitted, record.completedBy(), record.updatedAt());
        annotation.createdAt = record.createdAt();
        return annotation;
    }

    /** {@return the annotation that a row with all columns of the table holds} */
    static Annotation read(Row row) {
        var annotation = new Annotation();
        annotation.id = row.getLong("id");
        annotation.revision = row.getLong("revision");
        annotation.origin = Origin.read(row);
        annotation.updatedBy = row.getLong("updated_by");
        annotation.result = row.getString("result");
        annotation.wasCancelled = row.getBoolean("was_cancelled");
        annotation.counts = row.getBoolean("counts");
        annotation.groundTruth = row.getBoolean("ground_truth");
        annotation.createdAt = row.getOffsetDateTime("created_at").toInstant();
        annotation.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        annotation.leadTime = row.getBigDecimal("lead_time");
        annotation.skipReason = row.getString("skip_reason");
        annotation.shownSha256 = row.getString("shown_sha256");
        annotation.recordKeys = row.getString("record_keys");
        return annotation;
    }

    /** Adds the columns of new annotations in the order of {@link AnnotationTable}. */
    static SetStatement<Annotation> columns(SetStatement<Annotation> insert) {
        return insert.longs(Annotation::id)
                .longs(Annotation::revision)
                .longs(Annotation::taskId)
                .longs(Annotation::projectId)
                .longs(Annotation::completedBy)
                .longs(one -> one.updatedBy)
                .texts(one -> one.result)
                .flags(one -> one.wasCancelled)
                .flags(one -> one.counts)
                .flags(one -> one.groundTruth)
                .texts(one -> Times.format(one.createdAt))
                .texts(one -> Times.format(one.updatedAt))
                .texts(Annotation::leadTimeText)
                .texts(one -> one.uniqueId().toString())
                .longs(one -> one.origin.parentPrediction())
                .longs(one -> one.origin.parentAnnotation())
                .texts(one -> one.origin.shownOrder().json())
                .texts(Annotation::shownSha256)
                .texts(one -> one.recordKeys)
                .texts(one -> one.origin.importKey())
                .longs(one -> one.origin.importId())
                .texts(one -> one.skipReason)
                .longs(one -> (long) one.origin.guidelinesVersion())
                .texts(one -> one.origin.labelConfigSha256());
    }

    /** Adds the key of edited annotations, and the columns that an edit changes, in the order of the table. */
    static SetStatement<Annotation> editedColumns(SetStatement<Annotation> update) {
        return update.longs(Annotation::id)
                .longs(Annotation::revision)
                .longs(one -> one.updatedBy)
                .texts(one -> one.result)
                .flags(one -> one.wasCancelled)
                .flags(one -> one.counts)
                .flags(one -> one.groundTruth)
                .texts(one -> Times.format(one.updatedAt))
                .texts(Annotation::leadTimeText)
                .texts(one -> one.recordKeys)
                .texts(one -> one.skipReason);
    }

    private @Nullable String leadTimeText() {
        return leadTime == null ? null : leadTime.toPlainString();
    }

    /**
     * Replaces the result.
     *
     * @param shown what this annotation is about
     * @param revision higher than the present one
     */
    void edit(Shown shown, SubmittedResult submitted, long by, long revision, Instant now) {
        requireOwn(shown);
        if (revision <= this.revision) {
            throw new IllegalArgumentException(
                    "annotation %d is at revision %d, beyond %d".formatted(id, this.revision, revision));
        }
        take(submitted, by, revision, now);
    }

    private void take(SubmittedResult submitted, long by, long revision, Instant now) {
        this.revision = revision;
        this.submitted = submitted;
        this.result = submitted.result() == null ? null : Json.write(submitted.result());
        this.wasCancelled = submitted.skipped();
        this.counts = submitted.counts();
        this.groundTruth = submitted.groundTruth();
        this.leadTime = submitted.leadTime();
        this.skipReason = submitted.skipReason();
        this.updatedBy = by;
        this.updatedAt = now;
    }

    /**
     * Derives the dataset rows anew from the present result.
     *
     * @param shown what this annotation is about
     * @param split the part of the dataset that the task belongs to
     * @return what is to be recorded: the annotation, its rows, and tombstones for rows that it no longer has
     * @throws ProblemException 400 where the rows would be too many or too long
     */
    List<OutboxEntry> deriveRecords(Shown shown, String split) {
        List<Verdict> verdicts = verdicts(shown);
        PreferenceRecords derived = derived(shown, verdicts, split);
        List<PreferenceRecord> rows = derived.rows();
        RowKeys before = RowKeys.parse(recordKeys);
        RowKeys present = RowKeys.of(rows);
        recordKeys = present.json();
        List<OutboxEntry> entries = new ArrayList<>();
        entries.add(OutboxEntry.put(record(verdicts, derived), revision));
        entries.addAll(written(rows));
        before.withdrawnFor(present, revision, projectId()).forEach(entries::add);
        return entries;
    }

    /**
     * {@return what publishes the annotation as it is}
     *
     * @param shown what it is about
     * @param split the part of the dataset that the task belongs to
     */
    OutboxEntry entry(Shown shown, String split) {
        List<Verdict> verdicts = verdicts(shown);
        return OutboxEntry.put(record(verdicts, derived(shown, verdicts, split)), revision);
    }

    /**
     * Derives once more what was published of the present result.
     *
     * @param shown what this annotation is about
     * @param split the part of the dataset that the task belongs to
     * @return the rows. One that an earlier version did not publish is not among them: nothing would ever withdraw it
     */
    List<OutboxEntry> publishedRows(Shown shown, String split) {
        Set<String> published = Set.copyOf(RowKeys.parse(recordKeys).keys());
        return written(derived(shown, verdicts(shown), split).rows()
                .stream()
                .filter(row -> published.contains(row.key()))
                .toList());
    }

    private PreferenceRecords derived(Shown shown, List<Verdict> verdicts, String split) {
        return PreferenceRecords.of(shown, verdicts, submitted().regions(), provenance(split));
    }

    private List<Verdict> verdicts(Shown shown) {
        requireOwn(shown);
        return wasCancelled ? List.of() : Verdicts.derive(shown, submitted().regions());
    }

    /** Each row of a ranking repeats the prompt, so that a short result can follow from a long task many times over. */
    private List<OutboxEntry> written(List<PreferenceRecord> rows) {
        List<OutboxEntry> written = new ArrayList<>();
        long characters = 0;
        for (PreferenceRecord row : rows) {
            OutboxEntry entry = OutboxEntry.put(row, revision);
            characters += OutboxEntry.characters(List.of(entry));
            if (characters > ROWS_CHARACTERS_MAX) {
                throw ProblemException.invalid("result",
                        ("With the answer to \"%s\" this result gives rows of more than %d characters, because each pair repeats"
                                + " what was shown. Rank fewer items, or shorten the task.")
                                .formatted(row.control(), ROWS_CHARACTERS_MAX));
            }
            written.add(entry);
        }
        return written;
    }

    /**
     * {@return what is to be recorded when the annotation is deleted: a tombstone for it and for each of its rows}
     *
     * @param first the first revision that a new row would get in the same transaction
     */
    List<OutboxEntry> tombstones(long first) {
        long last = Revisions.after(revision, first);
        return Stream
                .concat(Stream.of(OutboxEntry.delete(Topic.ANNOTATIONS, Long.toString(id), last, projectId())),
                        RowKeys.parse(recordKeys).withdrawnFor(RowKeys.NONE, last, projectId()))
                .toList();
    }

    /** Refuses anybody but the author, as if it were not there. */
    void requireOf(Person person) {
        if (completedBy() != person.id() || !person.sees(projectId())) {
            throw ProblemException.notFound("No Annotation matches the given query.");
        }
    }

    /** Refuses a person who may not change this annotation: with a 404 who may not see it, with a 403 who may. */
    void requireMayChange(Person by) {
        if (!by.sees(projectId())) {
            throw ProblemException.notFound("No Annotation matches the given query.");
        }
        if (completedBy() != by.id() && !by.manages()) {
            throw ProblemException
                    .forbidden("This annotation is somebody else's; only owners and managers may change it.");
        }
    }

    /** {@return what was submitted last} */
    SubmittedResult submitted() {
        SubmittedResult known = submitted;
        return known != null
                ? known
                : new SubmittedResult(result == null ? null : Json.readList(result), wasCancelled, groundTruth,
                        leadTime, counts, skipReason);
    }

    /** {@return the annotation as Label Studio's API shows it; {@code author} is {@code first last email}} */
    AnnotationView view(String author, Instant now) {
        return new AnnotationView(id, result, AnnotationView.username(author, completedBy()),
                CreatedAgo.of(createdAt, now), completedBy(), wasCancelled, groundTruth, createdAt, updatedAt,
                AnnotationView.seconds(leadTime), origin.importId(), taskId(), projectId(), updatedBy, uniqueId(),
                origin.parentPrediction(), origin.parentAnnotation(), skipReason, origin.guidelinesVersion());
    }

    /** {@return what it is now, as the story of its task tells it} */
    TaskStory.State state() {
        return new TaskStory.State(id, completedBy(), createdAt, updatedBy, updatedAt,
                TaskStory.Said.of(result, wasCancelled, skipReason, leadTime));
    }

    long id() {
        return id;
    }

    long revision() {
        return revision;
    }

    long taskId() {
        return origin.taskId();
    }

    long projectId() {
        return origin.projectId();
    }

    long completedBy() {
        return origin.completedBy();
    }

    long updatedBy() {
        return updatedBy;
    }

    UUID uniqueId() {
        return origin.uniqueId();
    }

    String shownSha256() {
        return shownSha256;
    }

    ShownOrder shownOrder() {
        return origin.shownOrder();
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    private void requireOwn(Shown shown) {
        if (!shown.sha256().equals(shownSha256)) {
            throw new IllegalArgumentException(
                    "annotation %d is about %s, not about %s".formatted(id, shownSha256, shown.sha256()));
        }
    }

    private AnnotationRecord record(List<Verdict> verdicts, PreferenceRecords derived) {
        return new AnnotationRecord(id, taskId(), projectId(), completedBy(), updatedBy, submitted().result(),
                wasCancelled, groundTruth, createdAt, updatedAt, leadTime, uniqueId(), origin.parentPrediction(),
                origin.parentAnnotation(), verdicts, origin.shownOrder().candidates(), shownSha256, origin.importKey(),
                origin.importId(), skipReason, origin.guidelinesVersion(), origin.labelConfigSha256(),
                derived.rowless());
    }

    private Provenance provenance(String split) {
        return new Provenance(id, revision, projectId(), taskId(), completedBy(), origin.shownOrder().candidates(),
                leadTime, updatedAt, split, origin.guidelinesVersion());
    }
}
