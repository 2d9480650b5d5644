package org.prefstream.kit.security;

import java.security.Principal;
import java.util.Set;

import org.prefstream.contract.AccessRecord.Role;

/**
 * The person who sends a request.
 *
 * @param projectIds the projects that an annotator is a member of; owners and managers see all projects
 */
public record Person(long id, String email, String firstName, String lastName, Role role, Set<Long> projectIds)
        implements
            Principal {

    public Person {
        projectIds = Set.copyOf(projectIds);
    }

    @Override
    public String getName() {
        return email;
    }

    /** {@return whether this person may see that project at all} */
    public boolean sees(long projectId) {
        return role != Role.ANNOTATOR || projectIds.contains(projectId);
    }

    /** {@return whether this person may change projects, tasks and other people's annotations} */
    public boolean manages() {
        return role != Role.ANNOTATOR;
    }
}
