package org.prefstream.task.people;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A browser that is logged in: the hash of its cookie, and until when it works. */
@Entity
@Table(name = "login_session")
class LoginSession {

    @Id
    String hash;

    @Column
    long accountId;

    @Column
    Instant expiresAt;

    protected LoginSession() {
        // for Hibernate
    }

    LoginSession(String hash, long accountId, Instant expiresAt) {
        this.hash = hash;
        this.accountId = accountId;
        this.expiresAt = expiresAt;
    }
}
