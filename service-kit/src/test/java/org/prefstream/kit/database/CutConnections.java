package org.prefstream.kit.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Clients that submit and hang up at random: before the request is whole, while it is worked on, or after the answer. */
final class CutConnections {

    private static final int CONNECTIONS = 64;
    private static final long LONGEST_PATIENCE_NANOS = Duration.ofMillis(25).toNanos();

    private final URI server;
    private final byte[] request;
    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    CutConnections(URI server, String path, String body) {
        this.server = server;
        this.request = "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, server.getAuthority(), body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Submits until as many requests were sent as a whole. {@return how many of them got an answer} */
    int submit(int requests) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.execute(() -> {
                while (whole.get() < requests) {
                    connection(requests);
                }
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("only %d of %d requests were sent".formatted(whole.get(), requests));
        }
        return answered.get();
    }

    private void connection(int requests) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            if (random.nextBoolean()) {
                socket.setSoLinger(true, 0); // a reset instead of an orderly end
            }
            while (whole.get() < requests) {
                int fate = random.nextInt(10);
                if (fate == 0) {
                    socket.getOutputStream().write(request, 0, random.nextInt(1, request.length));
                    return;
                }
                socket.getOutputStream().write(request);
                whole.incrementAndGet();
                if (fate <= 6) {
                    LockSupport.parkNanos(random.nextLong(LONGEST_PATIENCE_NANOS));
                    return;
                }
                readAnswer(socket.getInputStream());
                answered.incrementAndGet();
            }
        } catch (IOException e) {
            // cut by the other side; the next connection is like this one
        }
    }

    /** Reads a head with a content length, and its body. */
    private static void readAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1");
        in.skipNBytes(Long.parseLong(length));
    }
}
