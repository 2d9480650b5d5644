package org.prefstream.task.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** That somebody labels in a project. */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
class Membership {

    @Id
    @Column
    private long projectId;

    @Id
    @Column
    private long accountId;

    protected Membership() {
        // for Hibernate
    }

    Membership(long projectId, long accountId) {
        this.projectId = projectId;
        this.accountId = accountId;
    }

    /** Project and account together. */
    record Key(long projectId, long accountId) implements java.io.Serializable {
    }
}
