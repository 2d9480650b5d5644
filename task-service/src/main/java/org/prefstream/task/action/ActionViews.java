package org.prefstream.task.action;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.task.task.ChosenTasks.Counts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Actions, and what they have done, in Label Studio's form. */
final class ActionViews {

    private ActionViews() {
    }

    /**
     * What an action is.
     *
     * @param order where it stands in lists, lowest first
     * @param permission what Label Studio calls the right to do it
     */
    @JsonPropertyOrder({"id", "title", "order", "permission", "experimental", "dialog"})
    record Described(
            @JsonProperty("id") String id,
            @JsonProperty("title") String title,
            @JsonProperty("order") int order,
            @JsonProperty("permission") List<String> permission,
            @JsonProperty("dialog") Dialog dialog) {

        Described(String id, String title, int order, String permission, String question) {
            this(id, title, order, List.of(permission), new Dialog(title, question, "confirm"));
        }

        @JsonProperty("experimental")
        public boolean experimental() {
            return false;
        }
    }

    /** What a client asks its user before. */
    record Dialog(
            @JsonProperty("title") String title,
            @JsonProperty("text") String text,
            @JsonProperty("type") String type) {
    }

    /**
     * What was done.
     *
     * @param processed of what the detail says
     * @param reload whether a client must read the project anew
     * @param undo by what it can be undone; null where it cannot
     */
    record Done(
            @JsonProperty("processed_items") long processed,
            @JsonProperty("reload") boolean reload,
            @JsonProperty("detail") String detail,
            @JsonProperty("undo") @Nullable String undo) {

        /** Something that cannot be undone. */
        Done(long processed, boolean reload, String detail) {
            this(processed, reload, detail, null);
        }
    }

    /**
     * What was undone.
     *
     * @param left how many tasks stay as they are, because somebody has worked on them since
     */
    record Undid(
            @JsonProperty("processed_items") long processed,
            @JsonProperty("left_items") long left,
            @JsonProperty("reload") boolean reload,
            @JsonProperty("detail") String detail,
            @JsonProperty("undo") @Nullable String undo) {
    }

    /**
     * What would be done.
     *
     * @param tasks that it would be done to
     * @param annotations of these tasks, without the skips
     * @param skips of these tasks
     */
    record Foreseen(
            @JsonProperty("processed_items") long tasks,
            @JsonProperty("annotations") long annotations,
            @JsonProperty("skips") long skips,
            @JsonProperty("reload") boolean reload,
            @JsonProperty("detail") String detail) {

        static Foreseen of(Counts counts) {
            return new Foreseen(counts.tasks(), counts.annotations(), counts.skips(), false,
                    "Nothing was done. It would be done to " + counts.tasks() + " tasks, with " + counts.annotations()
                            + " judgements and " + counts.skips() + " skips");
        }
    }
}
