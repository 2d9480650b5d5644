package org.prefstream.kit.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes a connection on to PostgreSQL if its first message has no parameters but those that PgBouncer takes, where
 * {@code extra_float_digits} is ignored, as every guide for JDBC says.
 */
final class StartupGate implements AutoCloseable {

    private static final Set<String> TAKEN = Set.of("user", "database", "client_encoding", "datestyle", "timezone",
            "standard_conforming_strings", "application_name", "extra_float_digits");

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    StartupGate(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                start(() -> let(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void let(Socket client) {
        try {
            DataInputStream in = new DataInputStream(client.getInputStream());
            int length = in.readInt();
            byte[] message = in.readNBytes(length - 4);
            String refused = refused(message);
            if (!refused.isEmpty()) {
                refuse(new DataOutputStream(client.getOutputStream()), refused);
                client.close();
                return;
            }
            Socket server = new Socket(host, port);
            sockets.add(server);
            DataOutputStream out = new DataOutputStream(server.getOutputStream());
            out.writeInt(length);
            out.write(message);
            out.flush();
            start(() -> pass(client, server));
            pass(server, client);
        } catch (IOException closed) {
            // the client is gone
        }
    }

    /** {@return the first parameter that is not taken; empty if there is none} */
    private static String refused(byte[] message) {
        String[] parts = new String(message, 4, message.length - 4, StandardCharsets.UTF_8).split("\0", -1);
        for (int i = 0; i + 1 < parts.length && !parts[i].isEmpty(); i += 2) {
            if (!TAKEN.contains(parts[i].toLowerCase(Locale.ROOT))) {
                return parts[i];
            }
        }
        return "";
    }

    private static void refuse(DataOutputStream out, String parameter) throws IOException {
        byte[] fields = ("SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: " + parameter + "\0\0")
                .getBytes(StandardCharsets.UTF_8);
        out.writeByte('E');
        out.writeInt(fields.length + 4);
        out.write(fields);
        out.flush();
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // the other direction closed it
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "startup-gate");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
