package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.error.ProblemException;

class SealedKeysTest {

    private static final ModelAddress SERVER = ModelAddress.of("https://models.example.org/v1");
    private static final ModelAddress OTHER = ModelAddress.of("https://others.example.org/v1");

    private final SealedKeys keys = new SealedKeys(Optional.of("0123456789abcdef0123456789abcdef"));

    @Test
    void opensWhatItSealedAndSealsNothingTwiceInTheSameWay() throws NotAnswered {
        String sealed = keys.seal("sk-secret", 7, SERVER);

        assertThat(keys.open(sealed, 7, SERVER)).isEqualTo("sk-secret");
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertThat(keys.seal("sk-secret", 7, SERVER)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForAnotherProjectServerOrSecret() {
        String sealed = keys.seal("sk-secret", 7, SERVER);
        SealedKeys others = new SealedKeys(Optional.of("another secret that is as long as that"));

        assertThatThrownBy(() -> keys.open(sealed, 8, SERVER)).isInstanceOf(NotAnswered.class);
        assertThatThrownBy(() -> keys.open(sealed, 7, OTHER)).isInstanceOf(NotAnswered.class);
        assertThatThrownBy(() -> others.open(sealed, 7, SERVER)).hasMessageContaining("PREFSTREAM_SECRET_KEY");
    }

    @Test
    void keepsNothingWithoutASecretAndTakesNoShortOne() {
        SealedKeys none = new SealedKeys(Optional.of(" "));

        assertThat(none.canKeep()).isFalse();
        assertThatThrownBy(() -> none.seal("k", 7, SERVER)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("Set PREFSTREAM_SECRET_KEY");
        assertThatThrownBy(() -> new SealedKeys(Optional.of("short"))).hasMessageContaining("at least 32");
    }
}
