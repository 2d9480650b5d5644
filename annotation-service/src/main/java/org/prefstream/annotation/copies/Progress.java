package org.prefstream.annotation.copies;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a project is.
 *
 * @param mine tasks that the caller has judged or skipped
 * @param finished tasks that need nobody any more
 */
public record Progress(
        @JsonProperty("mine") long mine,
        @JsonProperty("finished") long finished,
        @JsonProperty("total") long total) {
}
