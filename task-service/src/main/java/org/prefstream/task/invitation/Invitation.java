package org.prefstream.task.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** A link that lets so many people in, with a role, until it expires or is revoked. */
@Entity
@Table(name = "invitation")
class Invitation {

    /** What has become of an invitation. */
    enum State {
        OPEN,
        USED,
        EXPIRED,
        REVOKED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String secretHash;

    @Column
    @Enumerated(EnumType.STRING)
    private Role role;

    @Column
    private @Nullable String email;

    @Column
    private int uses;

    @Column
    private int used;

    @Column
    private long createdBy;

    @Column
    private Instant createdAt;

    @Column
    private Instant expiresAt;

    @Column
    private @Nullable Instant revokedAt;

    protected Invitation() {
        // for Hibernate
    }

    /** An open invitation that whoever shows the secret can accept. */
    Invitation(String secret, InvitationTerms terms, long createdBy, Instant now) {
        this.secretHash = Hashes.sha256(secret);
        this.role = terms.role();
        this.email = terms.email().orElse(null);
        this.uses = terms.uses();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.expiresAt = now.plus(terms.lifetime());
    }

    /** {@return the id; only once it is stored} */
    long id() {
        return Objects.requireNonNull(id);
    }

    /** {@return what the invited may do} */
    Role role() {
        return role;
    }

    /** {@return the only address that it is for; empty if it is for whoever has the link} */
    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** {@return how many people can accept it} */
    int uses() {
        return uses;
    }

    /** {@return how many people have accepted it} */
    int used() {
        return used;
    }

    long createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (used >= uses) {
            return State.USED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    /** Refuses with a 410 that says why, unless somebody can still accept it. */
    void requireOpen(Instant now) {
        switch (state(now)) {
            case USED -> throw ended("This invitation was used already. Ask whoever sent it for a new link.");
            case EXPIRED -> throw ended("This invitation has expired. Ask whoever sent it for a new link.");
            case REVOKED -> throw ended("This invitation was withdrawn. Ask whoever sent it for a new link.");
            case OPEN -> {
                // as it should be
            }
        }
    }

    /** {@return the refusal of an invitation that lets nobody in any more} */
    static ProblemException ended(String detail) {
        return new ProblemException(ProblemType.INVITATION_ENDED, detail);
    }

    /** Refuses somebody else than the one whom it is for. */
    void requireFor(String address) {
        if (email != null && !email.equalsIgnoreCase(address.strip())) {
            throw ProblemException.invalid("email",
                    "This invitation is for another email address. Use the address that it was sent to.");
        }
    }

    /** Counts somebody who has accepted it. */
    void use() {
        if (used >= uses) {
            throw new IllegalStateException("invitation %s has no use left".formatted(id));
        }
        used++;
    }

    /** Lets nobody in any more; one that was revoked before keeps its time. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
