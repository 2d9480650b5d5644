package org.prefstream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds free ports on the loopback address. The ports are below the range that systems use for outgoing connections, so
 * that no client connection takes a port before it is used. Nobody else gets it either: a process finds no port twice, and
 * processes that were started one after another, as those of a system are, look for theirs in different places.
 */
public final class FreePorts {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    /** How many ports a process looks at first. */
    static final int OF_A_PROCESS = 170;
    private static final int PLACES = (HIGHEST - LOWEST) / OF_A_PROCESS;
    private static final int TRIES_MAX = 1_000;
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePorts() {
    }

    /** {@return a port on 127.0.0.1 that was free a moment ago, and that this process has not found before} */
    public static int next() {
        int first = firstOf(ProcessHandle.current().pid());
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            int port = tried < TRIES_MAX / 2
                    ? ThreadLocalRandom.current().nextInt(first, first + OF_A_PROCESS)
                    : ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && FOUND.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between %d and %d on 127.0.0.1".formatted(LOWEST, HIGHEST));
    }

    /** {@return the lowest of the ports that a process looks at first} */
    static int firstOf(long pid) {
        return LOWEST + OF_A_PROCESS * (int) (pid % PLACES);
    }

    /** {@return whether a server could listen on this port of 127.0.0.1 now} */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
