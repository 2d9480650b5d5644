package org.prefstream.task.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.labelstudio.view.PersonView;
import org.prefstream.task.invitation.AcceptInvitation.Accepted;
import org.prefstream.task.invitation.Invitations.Into;
import org.prefstream.task.invitation.Invitations.Shown;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Invitations as the API shows them. */
final class InvitationViews {

    private InvitationViews() {
    }

    /** A project that an invitation is into. */
    record ProjectView(@JsonProperty("id") long id, @JsonProperty("title") String title) {
    }

    /** An invitation for those who manage them; {@code url} is there in the answer to its making alone. */
    record Managed(
            @JsonProperty("id") long id,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("url") @Nullable String url,
            @JsonProperty("state") String state,
            @JsonProperty("role") String role,
            @JsonProperty("projects") List<ProjectView> projects,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("uses") int uses,
            @JsonProperty("used") int used,
            @JsonProperty("created_by") PersonView createdBy,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("expires_at") Instant expiresAt) {
    }

    /** An invitation for the invited. */
    record Offered(
            @JsonProperty("role") String role,
            @JsonProperty("projects") List<String> projects,
            @JsonProperty("invited_by") String invitedBy,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("expires_at") Instant expiresAt) {
    }

    /** What somebody is and sees after accepting. */
    record Joined(
            @JsonProperty("user") long user,
            @JsonProperty("role") String role,
            @JsonProperty("projects") List<ProjectView> projects) {
    }

    static Managed managed(Shown shown, Instant now, @Nullable String url) {
        Invitation invitation = shown.invitation();
        return new Managed(invitation.id(), url, invitation.state(now).name().toLowerCase(Locale.ROOT),
                role(invitation.role()), projects(shown), invitation.email().orElse(null), invitation.uses(),
                invitation.used(), AccountViews.brief(shown.inviting()), invitation.createdAt(),
                invitation.expiresAt());
    }

    static Offered offered(Shown shown) {
        Invitation invitation = shown.invitation();
        return new Offered(role(invitation.role()), shown.projects().stream().map(Into::title).toList(),
                name(shown.inviting()), invitation.email().orElse(null), invitation.expiresAt());
    }

    static Joined joined(Accepted accepted) {
        return new Joined(accepted.account().id(), role(accepted.account().role()), projects(accepted.shown()));
    }

    private static List<ProjectView> projects(Shown shown) {
        return shown.projects().stream().map(into -> new ProjectView(into.projectId(), into.title())).toList();
    }

    private static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Account account) {
        String name = (account.firstName() + " " + account.lastName()).strip();
        return name.isEmpty() ? account.email() : name;
    }
}
