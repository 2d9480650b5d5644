package org.prefstream.labelstudio.view;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An organization as Label Studio shows it. */
public record OrganizationView(
        @JsonProperty("id") long id,
        @JsonProperty("title") String title,
        @JsonProperty("contact_info") @Nullable String contactInfo) {

    /**
     * Somebody in an organization.
     *
     * @param id the person's id
     * @param organization the organization's id
     * @param createdProjects not counted: null
     * @param contributedToProjects not counted: null
     */
    public record Membership(
            @JsonProperty("id") long id,
            @JsonProperty("organization") long organization,
            @JsonProperty("user") UserView user,
            @JsonProperty("created_projects") @Nullable Integer createdProjects,
            @JsonProperty("contributed_to_projects") @Nullable Integer contributedToProjects) {
    }
}
