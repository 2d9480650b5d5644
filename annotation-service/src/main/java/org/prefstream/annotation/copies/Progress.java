package org.prefstream.annotation.copies;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a project is, as one of its annotators sees it.
 *
 * @param mine annotations whose author is the caller, skips included
 * @param skipped those of them that are skips
 * @param finished tasks that need no more annotators; a live lease does not finish a task
 * @param total all tasks of the project
 */
public record Progress(
        @JsonProperty("mine") long mine,
        @JsonProperty("skipped") long skipped,
        @JsonProperty("finished") long finished,
        @JsonProperty("total") long total) {
}
