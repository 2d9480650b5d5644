package org.prefstream.frontend.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Connects to the door by a plain socket: sends exactly the given bytes and shows exactly the received ones. */
final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket = new Socket();

    RawConnection(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** Sends the lines with the line ends of HTTP, and an empty line. */
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

    /** Reads up to the end of the mark. */
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

    /** Reads until the other side closes. */
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
