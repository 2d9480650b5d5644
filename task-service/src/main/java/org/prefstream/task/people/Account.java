package org.prefstream.task.people;

import java.time.Instant;
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
    @Nullable
    Long id;

    @Column
    long revision;

    @Column
    String email;

    @Column
    String username = "";

    @Column
    String firstName = "";

    @Column
    String lastName = "";

    @Column
    String phone = "";

    @Column
    @Enumerated(EnumType.STRING)
    Role role;

    @Column
    boolean active = true;

    @Column
    boolean deleted;

    @Column
    String passwordHash = "";

    @Column
    long tokenGeneration = 1;

    @Column
    String tokenHash = "";

    @Column
    Instant joinedAt;

    @Column
    Instant lastActivityAt;

    protected Account() {
        // for Hibernate
    }

    Account(String email, Role role, Instant now) {
        this.email = email;
        this.role = role;
        this.joinedAt = now;
        this.lastActivityAt = now;
    }

    /** {@return the id; only once it is stored} */
    public long id() {
        return Objects.requireNonNull(id);
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

    /** {@return one or two letters that stand for this person, as Label Studio chooses them} */
    public String initials() {
        if (firstName.isEmpty() && lastName.isEmpty()) {
            return email.substring(0,
                    email.offsetByCodePoints(0, Math.min(2, email.codePointCount(0, email.length()))));
        }
        return first(firstName) + first(lastName);
    }

    boolean hasToken() {
        return !tokenHash.isEmpty();
    }

    /** Makes the token of the present generation the one that works. */
    void acceptToken(String token) {
        tokenHash = Hashes.sha256(token);
    }

    /** From now on no token made so far works. */
    void revokeToken() {
        tokenGeneration++;
        tokenHash = "";
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

    private static String first(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
