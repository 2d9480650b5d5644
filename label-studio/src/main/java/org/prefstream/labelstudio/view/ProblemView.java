package org.prefstream.labelstudio.view;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An error as RFC 9457 has it, on paths that Label Studio does not have.
 *
 * @param type the URI of the type of error, on which clients may rely
 * @param title what kind of error this is, in a few words
 * @param status the HTTP status
 * @param detail what happened and what would be right
 * @param instance the path that was asked for
 * @param violations the inputs at fault; left out where no single one is
 */
public record ProblemView(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("instance") String instance,
        @JsonProperty("violations") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {

    /** One input at fault: where it was, and why it is refused. */
    public record Violation(@JsonProperty("field") String field, @JsonProperty("message") String message) {
    }
}
