package org.prefstream.task.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.prefstream.kit.database.Transactions;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.CreateAccount;
import org.prefstream.task.people.Passwords;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

/** Makes the owner's account and the sample project once in this installation's life, in one transaction. */
@ApplicationScoped
class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;

    private final StartConfig config;
    private final boolean withSample;
    private final CreateAccount createAccount;
    private final Passwords passwords;
    private final SampleProject sample;
    private final Transactions transactions;

    FirstStart(StartConfig config,
            @ConfigProperty(name = "prefstream.sample", defaultValue = "true") boolean withSample,
            CreateAccount createAccount, Passwords passwords, SampleProject sample, Transactions transactions) {
        this.config = config;
        this.withSample = withSample;
        this.createAccount = createAccount;
        this.passwords = passwords;
        this.sample = sample;
        this.transactions = transactions;
    }

    void onStart(@Observes StartupEvent start) {
        if (transactions.read(FirstStart::isDone).await().atMost(PATIENCE)) {
            return;
        }
        String password = config.passwordFile().map(FirstStart::read).orElseGet(FirstStart::random);
        String hash = passwords.hash(password).await().atMost(PATIENCE);
        boolean made = transactions
                .write(() -> claim().chain(first -> first ? make(hash) : Uni.createFrom().item(false)))
                .await()
                .atMost(PATIENCE);
        if (made && config.passwordFile().isEmpty()) {
            LOG.infof(
                    "made the owner's account %s with the password %s (shown this once; change it by PATCH /api/users/1)",
                    config.email(), password);
        } else if (made) {
            LOG.infof("made the owner's account %s", config.email());
        }
    }

    private static Uni<Boolean> isDone() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select count(*) from first_start", Long.class)
                        .getSingleResult())
                .map(rows -> rows > 0);
    }

    /** Another replica that starts at the same time waits here, and then finds it done. */
    private static Uni<Boolean> claim() {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("insert into first_start default values on conflict do nothing")
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private Uni<Boolean> make(String passwordHash) {
        return createAccount.createOwner(config.email(), passwordHash)
                .map(Account::id)
                .call(owner -> withSample ? sample.make(owner) : Uni.createFrom().voidItem())
                .replaceWith(true);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException("PREFSTREAM_OWNER_PASSWORD_FILE: cannot read " + file, e);
        }
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
