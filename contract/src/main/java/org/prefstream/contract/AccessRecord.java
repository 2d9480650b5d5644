package org.prefstream.contract;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One person, and what they may do. Secrets never travel: tokens and sessions stand here as SHA-256 hashes in lower-case hex.
 *
 * @param active whether the person may log in
 * @param tokenGeneration raised when a token is renewed or revoked; older tokens are worthless
 * @param tokenHash hash of the present API token; empty when it was revoked
 * @param sessions the person's log-ins by browser
 * @param projectIds projects that an annotator is a member of; owners and managers see all
 */
public record AccessRecord(
        @JsonProperty("user_id") long userId,
        @JsonProperty("email") String email,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        @JsonProperty("role") Role role,
        @JsonProperty("active") boolean active,
        @JsonProperty("token_generation") long tokenGeneration,
        @JsonProperty("token_hash") String tokenHash,
        @JsonProperty("sessions") List<Session> sessions,
        @JsonProperty("project_ids") List<Long> projectIds) implements TopicRecord {

    public AccessRecord {
        sessions = List.copyOf(sessions);
        projectIds = List.copyOf(projectIds);
    }

    /** The log-in of a person in one browser. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Session(@JsonProperty("hash") String hash, @JsonProperty("expires_at") @UtcMicros Instant expiresAt) {
    }

    /** What a person may do in the whole installation. */
    public enum Role {
        /** May do everything, accounts included. */
        @JsonProperty("owner")
        OWNER,
        /** May do everything in every project, but may not change accounts. */
        @JsonProperty("manager")
        MANAGER,
        /** Labels in the projects that they are members of. */
        @JsonProperty("annotator")
        ANNOTATOR
    }

    @Override
    public Topic topic() {
        return Topic.ACCESS;
    }

    @Override
    public String key() {
        return Long.toString(userId);
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.empty();
    }
}
