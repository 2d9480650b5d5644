package org.prefstream.task.people;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.prefstream.contract.AccessRecord;
import org.prefstream.kit.security.Hashes;

/** A browser that is logged in: the hash of its cookie, and until when it works. */
@Entity
@Table(name = "login_session")
class LoginSession {

    @Id
    private String hash;

    @Column
    private long accountId;

    @Column
    private Instant expiresAt;

    protected LoginSession() {
        // for Hibernate
    }

    /** A session that begins now, of a browser that shows the secret. */
    LoginSession(String secret, long accountId, Instant now, Duration lifetime) {
        this.hash = Hashes.sha256(secret);
        this.accountId = accountId;
        this.expiresAt = now.plus(lifetime);
    }

    long accountId() {
        return accountId;
    }

    /** {@return what the topic says of this session} */
    AccessRecord.Session record() {
        return new AccessRecord.Session(hash, expiresAt);
    }
}
