package org.prefstream.task.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.Hashes;

/**
 * Somebody who may use this installation. There is one present API token per account; raising its generation makes all
 * older ones worthless. A deleted account keeps its name, because annotations refer to it, and nothing else works for it.
 */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private long revision;

    @Column
    private String email;

    @Column
    private String username;

    @Column
    private String firstName;

    @Column
    private String lastName;

    @Column
    private String phone;

    @Column
    @Enumerated(EnumType.STRING)
    private Role role;

    @Column
    private boolean active;

    @Column
    private boolean deleted;

    @Column
    private String passwordHash;

    @Column
    private long tokenGeneration;

    @Column
    private String tokenSalt;

    @Column
    private String tokenHash;

    @Column
    private Instant joinedAt;

    @Column
    private Instant lastActivityAt;

    protected Account() {
        // for Hibernate
    }

    /** An active account without a token. An empty hash lets no password in. */
    Account(String email, Role role, Profile profile, String passwordHash, Instant now) {
        this.email = email;
        this.role = role;
        this.passwordHash = passwordHash;
        this.active = true;
        this.tokenGeneration = 1;
        this.tokenSalt = "";
        this.tokenHash = "";
        this.joinedAt = now;
        this.lastActivityAt = now;
        describe(profile);
    }

    /** {@return the id; only once it is stored} */
    public long id() {
        return Objects.requireNonNull(id);
    }

    /** {@return the revision that the topic has, or gets with this transaction} */
    long revision() {
        return revision;
    }

    /** {@return the address that this person logs in with} */
    public String email() {
        return email;
    }

    /** {@return the given name, which may be empty} */
    public String firstName() {
        return firstName;
    }

    /** {@return the family name, which may be empty} */
    public String lastName() {
        return lastName;
    }

    /** {@return what this person may do} */
    public Role role() {
        return role;
    }

    Profile profile() {
        return new Profile(username, firstName, lastName, phone);
    }

    /** {@return whether this person may do anything now} */
    public boolean isActive() {
        return active;
    }

    boolean isDeleted() {
        return deleted;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    long tokenGeneration() {
        return tokenGeneration;
    }

    /** {@return the part of the present token that was made at random; empty for a token that is older than such parts} */
    String tokenSalt() {
        return tokenSalt;
    }

    /** {@return the hash that a password must have to log in; empty where none does} */
    String passwordHash() {
        return active ? passwordHash : "";
    }

    boolean hasToken() {
        return !tokenHash.isEmpty();
    }

    /** {@return whether the token is the one that works} */
    boolean accepts(String token) {
        return hasToken() && tokenHash.equals(Hashes.sha256(token));
    }

    /** {@return one or two letters that stand for this person, as Label Studio chooses them} */
    public String initials() {
        if (firstName.isEmpty() && lastName.isEmpty()) {
            return email.substring(0,
                    email.offsetByCodePoints(0, Math.min(2, email.codePointCount(0, email.length()))));
        }
        return first(firstName) + first(lastName);
    }

    /** {@return what the topic says of this account} */
    AccessRecord record(List<AccessRecord.Session> sessions, List<Long> projectIds) {
        return new AccessRecord(id(), email, firstName, lastName, role, active, tokenGeneration, tokenHash, sessions,
                projectIds);
    }

    /** Takes the next revision, with which a change is published. */
    void revise(long next) {
        if (next <= revision) {
            throw new IllegalArgumentException("revision %d does not come after %d".formatted(next, revision));
        }
        revision = next;
    }

    void describe(Profile profile) {
        requireNotDeleted();
        username = profile.username();
        firstName = profile.firstName();
        lastName = profile.lastName();
        phone = profile.phone();
    }

    void grant(Role granted) {
        requireNotDeleted();
        role = granted;
    }

    void changePassword(String hash) {
        requireNotDeleted();
        passwordHash = hash;
    }

    void logIn(Instant now) {
        requireNotDeleted();
        lastActivityAt = now;
    }

    /** Gives the next token of this generation a part that nobody knows before. */
    void saltToken(String salt) {
        requireNotDeleted();
        tokenSalt = salt;
    }

    /** Makes the token of the present generation the one that works. */
    void acceptToken(String token) {
        requireNotDeleted();
        tokenHash = Hashes.sha256(token);
    }

    /** From now on no token made so far works. */
    void revokeToken() {
        tokenGeneration++;
        tokenHash = "";
    }

    void activate() {
        requireNotDeleted();
        active = true;
    }

    void deactivate() {
        active = false;
    }

    void delete() {
        deactivate();
        revokeToken();
        deleted = true;
        passwordHash = "";
    }

    private void requireNotDeleted() {
        if (deleted) {
            throw new IllegalStateException("account %s was deleted".formatted(id));
        }
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
