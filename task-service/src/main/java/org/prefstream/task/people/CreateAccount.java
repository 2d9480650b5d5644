package org.prefstream.task.people;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Makes an account with a first API token. */
@ApplicationScoped
public class CreateAccount {

    static final int NAME_LONGEST = 256;
    static final Map<String, Role> ROLES = Map.of("owner", Role.OWNER, "manager", Role.MANAGER, "annotator",
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
        String email = email(fields);
        Account account = new Account(email, role(fields), clock.instant());
        account.username = fields.text("username", NAME_LONGEST).orElse("");
        account.firstName = fields.text("first_name", NAME_LONGEST).orElse("");
        account.lastName = fields.text("last_name", NAME_LONGEST).orElse("");
        account.phone = fields.text("phone", NAME_LONGEST).orElse("");
        account.passwordHash = passwordHash;
        return accounts.byEmail(email).chain(taken -> {
            if (taken.isPresent()) {
                throw ProblemException.invalid("email", "user with this email address already exists.");
            }
            return store(account);
        });
    }

    /** {@return the owner that a new installation begins with, made in the transaction of the caller} */
    public Uni<Account> createOwner(String email, String passwordHash) {
        Account account = new Account(email, Role.OWNER, clock.instant());
        account.passwordHash = passwordHash;
        return store(account);
    }

    private Uni<Account> store(Account account) {
        return accounts.persistAndFlush(account)
                .invoke(stored -> stored.acceptToken(tokens.of(stored)))
                .call(publication::publish);
    }

    private static String email(Fields fields) {
        String email = fields.text("email", EMAIL_LONGEST).map(String::strip).orElse("");
        if (email.isEmpty()) {
            throw ProblemException.invalid("email", "This field is required.");
        }
        if (!EMAIL.matcher(email).matches()) {
            throw ProblemException.invalid("email", "Enter a valid email address.");
        }
        return email;
    }

    private static Role role(Fields fields) {
        return fields.choice("role", Set.copyOf(ROLES.keySet()))
                .map(name -> ROLES.get(name.toLowerCase(Locale.ROOT)))
                .orElse(Role.ANNOTATOR);
    }
}
