package org.prefstream.task.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord.Role;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private final Account account = new Account("ann@prefstream.test", Role.ANNOTATOR,
            new Profile("ann", "Ann", "Öz", ""), "hash", NOW);

    @Test
    void acceptsTheTokenOfItsGenerationUntilItIsRevoked() {
        assertThat(account.hasToken()).isFalse();
        assertThat(account.accepts("")).isFalse();

        account.acceptToken("secret");
        assertThat(account.accepts("secret")).isTrue();
        assertThat(account.accepts("guessed")).isFalse();

        long generation = account.tokenGeneration();
        account.revokeToken();
        assertThat(account.accepts("secret")).isFalse();
        assertThat(account.tokenGeneration()).isEqualTo(generation + 1);
    }

    @Test
    void letsNoPasswordInWhileItIsNotActive() {
        assertThat(account.passwordHash()).isEqualTo("hash");

        account.deactivate();
        assertThat(account.passwordHash()).isEmpty();

        account.activate();
        assertThat(account.passwordHash()).isEqualTo("hash");
    }

    @Test
    void nothingWorksOnceItIsDeletedButItsNameStays() {
        account.acceptToken("secret");

        account.delete();

        assertThat(account.isActive()).isFalse();
        assertThat(account.accepts("secret")).isFalse();
        assertThat(account.passwordHash()).isEmpty();
        assertThat(account.initials()).isEqualTo("AÖ");
        assertThatIllegalStateException().isThrownBy(account::activate);
        assertThatIllegalStateException().isThrownBy(() -> account.acceptToken("secret"));
        assertThatIllegalStateException().isThrownBy(() -> account.changePassword("other"));
        assertThatIllegalStateException().isThrownBy(() -> account.grant(Role.OWNER));
        assertThatIllegalStateException().isThrownBy(() -> account.logIn(NOW));
        assertThatIllegalStateException().isThrownBy(() -> account.describe(Profile.EMPTY));
    }

    @Test
    void itsRevisionOnlyRises() {
        account.revise(5);

        assertThat(account.revision()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> account.revise(5));
        assertThatIllegalArgumentException().isThrownBy(() -> account.revise(4));
    }
}
