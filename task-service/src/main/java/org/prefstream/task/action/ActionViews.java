package org.prefstream.task.action;

import java.util.List;

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
     */
    record Done(
            @JsonProperty("processed_items") long processed,
            @JsonProperty("reload") boolean reload,
            @JsonProperty("detail") String detail) {
    }
}
