package org.prefstream.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * <b>The dataset record</b>: one ordered pair of candidates of one judgement, a row that TRL's trainers read as it is. Every
 * row has the same keys and no nulls, because loaders type a column by its first rows and trainers fail on a null margin.
 *
 * @param schema {@code preference/1}
 * @param prompt a string, or a list of messages ({@code role}, {@code content}); {@code chosen} and {@code rejected} are of
 *        the same kind, see {@link #shape()}
 * @param margin the strength as a number; 0.0 where no strength was asked
 * @param recordId the Kafka key, {@code <annotation id>/<control>/<i>-<j>} with i &lt; j
 * @param groupId common to all rows of one judgement, so that a trainer can keep them in one split
 * @param strength how much better, 1 to 3; 0 where nobody asked
 * @param chosenIndex index of the chosen candidate in data order
 * @param chosenModel {@code <candidate>_model} of the task's data; empty where unknown
 * @param shownOrder which candidate stood in which place; {@code [0,1,…]} where nobody recorded it
 * @param leadTimeS seconds from showing to submitting, always with a decimal point, because loaders would type a column of
 *        whole numbers as integers; 0.0 where nobody measured it
 * @param shownSha256 lower-case hex SHA-256 that names what was shown
 * @param rationale what the annotator wrote as their reason; empty where they wrote nothing
 * @param guidelinesVersion the version of the project's guidelines that was in force when the task was shown, 0 where there were none,
 *        and where nobody knows; null in records of former versions, which have no such key
 */
@JsonPropertyOrder({"schema", "shape", "prompt", "chosen", "rejected", "margin"})
public record PreferenceRecord(
        @JsonProperty("schema") String schema,
        @JsonProperty("prompt") Object prompt,
        @JsonProperty("chosen") Object chosen,
        @JsonProperty("rejected") Object rejected,
        @JsonProperty("margin") double margin,
        @JsonProperty("record_id") String recordId,
        @JsonProperty("group_id") String groupId,
        @JsonProperty("project_id") long projectId,
        @JsonProperty("task_id") long taskId,
        @JsonProperty("annotation_id") long annotationId,
        @JsonProperty("revision") long revision,
        @JsonProperty("control") String control,
        @JsonProperty("strength") int strength,
        @JsonProperty("chosen_index") int chosenIndex,
        @JsonProperty("rejected_index") int rejectedIndex,
        @JsonProperty("chosen_model") String chosenModel,
        @JsonProperty("rejected_model") String rejectedModel,
        @JsonProperty("shown_order") List<Integer> shownOrder,
        @JsonProperty("annotator_id") long annotatorId,
        @JsonProperty("lead_time_s") BigDecimal leadTimeS,
        @JsonProperty("split") String split,
        @JsonProperty("shown_sha256") String shownSha256,
        @JsonProperty("submitted_at") @UtcMicros Instant submittedAt,
        @JsonProperty("rationale") String rationale,
        @JsonProperty("guidelines_version") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer guidelinesVersion)
        implements
            TopicRecord {

    /** The present {@link #schema()}. */
    public static final String SCHEMA = "preference/1";

    public PreferenceRecord {
        shownOrder = List.copyOf(shownOrder);
        leadTimeS = leadTimeS.scale() < 1 ? leadTimeS.setScale(1) : leadTimeS;
        if (!oneShape(prompt, chosen, rejected)) {
            throw new IllegalArgumentException(
                    "prompt, chosen and rejected must all be strings or all be lists of messages: " + recordId);
        }
        if (chosenIndex == rejectedIndex) {
            throw new IllegalArgumentException("chosen and rejected are the same candidate: " + chosenIndex);
        }
    }

    /** A record as former versions have written it. */
    public PreferenceRecord(String schema, Object prompt, Object chosen, Object rejected, double margin,
            String recordId, String groupId, long projectId, long taskId, long annotationId, long revision,
            String control, int strength, int chosenIndex, int rejectedIndex, String chosenModel, String rejectedModel,
            List<Integer> shownOrder, long annotatorId, BigDecimal leadTimeS, String split, String shownSha256,
            Instant submittedAt, String rationale) {
        this(schema, prompt, chosen, rejected, margin, recordId, groupId, projectId, taskId, annotationId, revision,
                control, strength, chosenIndex, rejectedIndex, chosenModel, rejectedModel, shownOrder, annotatorId,
                leadTimeS, split, shownSha256, submittedAt, rationale, null);
    }

    private static boolean oneShape(Object prompt, Object chosen, Object rejected) {
        return Stream.of(prompt, chosen, rejected).allMatch(String.class::isInstance)
                || Stream.of(prompt, chosen, rejected).allMatch(List.class::isInstance);
    }

    /** Whether prompt, chosen and rejected are texts or messages. Loaders type a column once, so a file has one shape. */
    public enum Shape {
        /** All three are strings. */
        @JsonProperty("text")
        TEXT,
        /** All three are lists of messages. */
        @JsonProperty("messages")
        MESSAGES
    }

    /** {@return whether prompt, chosen and rejected are texts or messages} */
    @JsonProperty("shape")
    public Shape shape() {
        return prompt instanceof String ? Shape.TEXT : Shape.MESSAGES;
    }

    /**
     * {@return the row in the shape of messages: a text prompt becomes one message of the user, a text answer one of the
     * assistant; a row of messages stays as it is}
     */
    public PreferenceRecord asMessages() {
        return shape() == Shape.MESSAGES
                ? this
                : new PreferenceRecord(schema, message("user", prompt), message("assistant", chosen),
                        message("assistant", rejected), margin, recordId, groupId, projectId, taskId, annotationId,
                        revision, control, strength, chosenIndex, rejectedIndex, chosenModel, rejectedModel, shownOrder,
                        annotatorId, leadTimeS, split, shownSha256, submittedAt, rationale, guidelinesVersion);
    }

    private static List<Map<String, Object>> message(String role, Object content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return List.of(message);
    }

    /** {@return the key of the pair of candidates i and j, in either order, of that control of that annotation} */
    public static String key(long annotationId, String control, int i, int j) {
        return annotationId + "/" + control + "/" + Math.min(i, j) + "-" + Math.max(i, j);
    }

    @Override
    public Topic topic() {
        return Topic.PREFERENCES;
    }

    @Override
    public String key() {
        return recordId;
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.of(projectId);
    }
}
