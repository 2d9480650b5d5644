package org.prefstream.task.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void withoutAProxyItIsWhatTheDoorSees() {
        assertThat(ClientAddress.of("203.0.113.9", "127.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(ClientAddress.of(null, "127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void behindAProxyItIsWhatTheProxySeesAndNotWhatTheClientMadeUp() {
        assertThat(ClientAddress.of("203.0.113.9, 10.0.0.1", "127.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(ClientAddress.of("198.51.100.1, 198.51.100.2, 203.0.113.9, 10.0.0.1", "127.0.0.1"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() {
        assertThat(ClientAddress.of("2001:db8:1:2:3::9", null)).isEqualTo(ClientAddress.of("2001:db8:1:2::1", null))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1", null));
        assertThat(ClientAddress.of("::ffff:203.0.113.9", null)).isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoAddressIsNeverLong() {
        assertThat(ClientAddress.of("x".repeat(10_000), null)).hasSize(64);
    }
}
