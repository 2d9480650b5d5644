package org.prefstream.task.people;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Makes an account with a first API token. */
@ApplicationScoped
public class CreateAccount {

    private static final Map<String, Role> ROLES = Map.of("owner", Role.OWNER, "manager", Role.MANAGER, "annotator",
            Role.ANNOTATOR);
    private static final int EMAIL_LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    private final Accounts accounts;
    private final AccessPublication publication;
    private final Tokens tokens;
    private final Clock clock;

    CreateAccount(Accounts accounts, AccessPublication publication, Tokens tokens, Clock clock) {
        this.accounts = accounts;
        this.publication = publication;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** {@return the account, made in the transaction of the caller as its fields say} */
    Uni<Account> create(Fields fields, String passwordHash) {
        return create(fields, role(fields).orElse(Role.ANNOTATOR), passwordHash,
                "user with this email address already exists.");
    }

    /** {@return the account of somebody who was invited, made in the transaction of the caller; no field sets its role} */
    public Uni<Account> createInvited(Fields fields, Role role, String passwordHash) {
        return create(fields, role, passwordHash,
                "This email address has an account already. Log in, and open the link again.");
    }

    private Uni<Account> create(Fields fields, Role role, String passwordHash, String refusalIfTaken) {
        String email = email(fields);
        Account account = new Account(email, role, Profile.of(fields, Profile.EMPTY), passwordHash, clock.instant());
        return accounts.byEmail(email).chain(taken -> {
            if (taken.isPresent()) {
                throw ProblemException.invalid("email", refusalIfTaken);
            }
            return store(account);
        });
    }

    /** {@return the owner that a new installation begins with, made in the transaction of the caller} */
    public Uni<Account> createOwner(String email, String passwordHash) {
        return store(new Account(email, Role.OWNER, Profile.EMPTY, passwordHash, clock.instant()));
    }

    private Uni<Account> store(Account account) {
        return accounts.persistAndFlush(account).invoke(tokens::renew).call(publication::publish);
    }

    /** {@return the address that was sent; refuses with a 400 what is none} */
    public static String email(Fields fields) {
        String email = fields.text("email", EMAIL_LONGEST).map(String::strip).orElse("");
        if (email.isEmpty()) {
            throw ProblemException.invalid("email", "This field is required.");
        }
        if (!EMAIL.matcher(email).matches()) {
            throw ProblemException.invalid("email", "Enter a valid email address.");
        }
        return email;
    }

    /** {@return the role that was sent} */
    public static Optional<Role> role(Fields fields) {
        return fields.choice("role", ROLES.keySet()).map(ROLES::get);
    }
}
