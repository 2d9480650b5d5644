package org.prefstream.frontend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A plain connection to the door: sends exactly what it is told to and shows exactly what comes back. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket = new Socket();

    RawConnection(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends lines, ended as HTTP wants them, and an empty line. */
    RawConnection head(String... lines) throws IOException {
        write(String.join("\r\n", lines) + "\r\n\r\n");
        return this;
    }

    void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads up to and with the end of the mark. */
    String readThrough(String mark) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        while (!seen.toString(ISO_8859_1).endsWith(mark)) {
            int next = in().read();
            if (next < 0) {
                throw new EOFException("closed after: " + seen.toString(ISO_8859_1));
            }
            seen.write(next);
        }
        return seen.toString(ISO_8859_1);
    }

    String readHead() throws IOException {
        return readThrough("\r\n\r\n");
    }

    /** Reads what comes until the other side closes. */
    String readToTheEnd() throws IOException {
        return new String(in().readAllBytes(), ISO_8859_1);
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
