package org.prefstream.labelstudio.view;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Somebody as Label Studio shows them inside other objects, such as {@code created_by}.
 *
 * @param avatar the address of a picture; always null, since there are none
 */
public record PersonView(
        @JsonProperty("id") long id,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        @JsonProperty("email") String email,
        @JsonProperty("avatar") @Nullable String avatar) {
}
