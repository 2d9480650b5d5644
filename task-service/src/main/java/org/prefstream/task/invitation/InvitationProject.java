package org.prefstream.task.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** That whoever accepts an invitation becomes a member of a project. */
@Entity
@Table(name = "invitation_project")
@IdClass(InvitationProject.Key.class)
class InvitationProject {

    @Id
    @Column
    private long invitationId;

    @Id
    @Column
    private long projectId;

    protected InvitationProject() {
        // for Hibernate
    }

    InvitationProject(long invitationId, long projectId) {
        this.invitationId = invitationId;
        this.projectId = projectId;
    }

    /** Invitation and project together. */
    record Key(long invitationId, long projectId) implements java.io.Serializable {
    }
}
