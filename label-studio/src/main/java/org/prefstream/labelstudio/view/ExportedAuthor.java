package org.prefstream.labelstudio.view;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who made an exported annotation. Label Studio's exports hold the id alone, which means nothing in another installation; its
 * snapshots hold the person, whose address means the same everywhere.
 *
 * @param person null where the id alone is wanted
 */
public record ExportedAuthor(long id, @Nullable Person person) {

    /** Somebody by address and name. */
    public record Person(
            @JsonProperty("id") long id,
            @JsonProperty("email") String email,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {
    }

    static ExportedAuthor of(long id) {
        return new ExportedAuthor(id, null);
    }

    /** {@return the author as one of these people; somebody who is not among them has no address, which no import takes} */
    ExportedAuthor among(Map<Long, Person> people) {
        return new ExportedAuthor(id, people.getOrDefault(id, new Person(id, "", "", "")));
    }

    @JsonValue
    Object json() {
        return person == null ? id : person;
    }
}
