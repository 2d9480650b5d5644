package org.prefstream.task.imports.read;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Where a row of an import stands.
 *
 * @param file the name of its file; null for a body
 * @param part which of the import's files that is, from 0
 * @param line where it begins in its file, from 1
 * @param item which row of the whole import it is, from 0
 */
@JsonPropertyOrder({"file", "part", "line", "item"})
public record RowPlace(
        @JsonProperty("file") @Nullable String file,
        @JsonProperty("part") int part,
        @JsonProperty("line") long line,
        @JsonProperty("item") long item) {

    /** {@return the place in words, such as {@code line 5 of answers.csv}} */
    public String words() {
        return "line " + line + (file == null ? "" : " of " + file);
    }
}
