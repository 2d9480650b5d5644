package org.prefstream.task.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.people.CreateAccount;

/**
 * What somebody invites to.
 *
 * @param role what the invited may do
 * @param projects ids of the projects that they become members of, ascending
 * @param email the only address that it is for; empty if it is for whoever has the link
 * @param lifetime how long the link works
 * @param uses how many people can accept it
 */
record InvitationTerms(Role role, List<Long> projects, Optional<String> email, Duration lifetime, int uses) {

    private static final int PROJECTS_MAX = 50;
    private static final long DAYS_MAX = 30;
    private static final long DAYS = 7;
    private static final long USES_MAX = 100;

    /** {@return the terms that were sent; refuses those that the inviting person may not offer} */
    static InvitationTerms of(Fields sent, Person inviting) {
        Role role = CreateAccount.role(sent)
                .orElseThrow(() -> ProblemException.invalid("role", "This field is required."));
        List<Long> projects = projects(sent);
        Optional<String> email = sent.text("email")
                .filter(text -> !text.isBlank())
                .map(text -> CreateAccount.email(sent));
        int uses = sent.whole("uses", 1, USES_MAX).orElse(1L).intValue();
        if (inviting.role() != Role.OWNER && (role != Role.ANNOTATOR || projects.isEmpty())) {
            throw ProblemException.forbidden("Managers invite annotators into projects. Only an owner invites others:"
                    + " set role to annotator and name a project in projects, or ask an owner.");
        }
        if (email.isPresent() && uses > 1) {
            throw ProblemException.invalid("uses", "An invitation for one email address has one use. Leave uses out.");
        }
        return new InvitationTerms(role, projects, email,
                Duration.ofDays(sent.whole("expires_in_days", 1, DAYS_MAX).orElse(DAYS)), uses);
    }

    private static List<Long> projects(Fields sent) {
        TreeSet<Long> ids = new TreeSet<>();
        if (!(sent.json("projects").orElse(List.of()) instanceof List<?> list) || list.size() > PROJECTS_MAX) {
            throw noProjects();
        }
        for (Object id : list) {
            if (!(id instanceof Integer || id instanceof Long) || ((Number) id).longValue() < 1) {
                throw noProjects();
            }
            ids.add(((Number) id).longValue());
        }
        return List.copyOf(ids);
    }

    private static ProblemException noProjects() {
        return ProblemException.invalid("projects", "Must be a list of ids of projects, " + PROJECTS_MAX + " at most.");
    }
}
