package org.prefstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void aProcessFindsNoPortTwiceThoughNobodyListensThereYet() {
        assertThat(IntStream.range(0, 2 * FreePorts.OF_A_PROCESS).map(i -> FreePorts.next())).doesNotHaveDuplicates()
                .allMatch(FreePorts::isFree);
    }

    @Test
    void processesOfASystemLookInDifferentPlaces() {
        int[] places = LongStream.range(4_242, 4_300).mapToInt(FreePorts::firstOf).sorted().toArray();

        assertThat(IntStream.range(1, places.length).map(i -> places[i] - places[i - 1]))
                .allMatch(apart -> apart >= FreePorts.OF_A_PROCESS);
    }

    @Test
    void aPortWhereSomebodyListensIsNotFree() throws IOException {
        try (ServerSocket listening = new ServerSocket(FreePorts.next(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(listening.getLocalPort())).isFalse();
        }
    }
}
