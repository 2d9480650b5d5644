package org.prefstream.labelstudio.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An account as Label Studio shows it, with two members of ours at the end.
 *
 * @param lastActivity when the person logged in last
 * @param customHotkeys always empty: nobody has any
 * @param avatar always null: there are no pictures
 * @param allowNewsletters always null: nobody is asked
 * @param role {@code owner}, {@code manager} or {@code annotator}
 * @param active whether the account works
 */
public record UserView(
        @JsonProperty("id") long id,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        @JsonProperty("username") String username,
        @JsonProperty("email") String email,
        @JsonProperty("last_activity") Instant lastActivity,
        @JsonProperty("custom_hotkeys") Map<String, Object> customHotkeys,
        @JsonProperty("avatar") @Nullable String avatar,
        @JsonProperty("initials") String initials,
        @JsonProperty("phone") String phone,
        @JsonProperty("active_organization") long activeOrganization,
        @JsonProperty("active_organization_meta") OrganizationMeta activeOrganizationMeta,
        @JsonProperty("allow_newsletters") @Nullable Boolean allowNewsletters,
        @JsonProperty("date_joined") Instant dateJoined,
        @JsonProperty("role") String role,
        @JsonProperty("active") boolean active) {

    /** The organization that somebody works in. */
    public record OrganizationMeta(@JsonProperty("title") String title, @JsonProperty("email") String email) {
    }

    /** The account of whoever asks, with what they may do in Label Studio's words. */
    public record Own(@JsonUnwrapped UserView user, @JsonProperty("permissions") List<String> permissions) {
    }
}
