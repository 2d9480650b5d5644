package org.prefstream.labelstudio.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The author of an annotation, as Label Studio shows them in a task.
 *
 * @param initials one or two letters that stand for the person
 */
public record AuthorView(@JsonUnwrapped PersonView person, @JsonProperty("initials") String initials) {
}
