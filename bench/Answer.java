import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One answer of HTTP as it comes in. Of its head only the status and the length are read. */
final class Answer {

    private static final String LENGTH = "content-length: ";

    private byte[] bytes = new byte[8192];
    private int length;
    private boolean whole;

    boolean isWholeAfterReading(SocketChannel channel, ByteBuffer buffer) throws IOException {
        length = whole ? 0 : length;
        int count = channel.read(buffer.clear());
        if (count < 0) {
            throw new IOException("The connection was closed before the end of an answer.");
        }
        bytes = bytes.length < length + count ? Arrays.copyOf(bytes, 2 * (length + count)) : bytes;
        buffer.flip().get(bytes, length, count);
        length += count;
        whole = length >= end();
        return whole;
    }

    int status() {
        return number("HTTP/1.1 ".length());
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }

    /** {@return where the answer ends; far away while that is not known} */
    private int end() throws IOException {
        int size = -1;
        for (int line = after(0); line > 0; line = after(line)) {
            if (LENGTH.equalsIgnoreCase(new String(bytes, line, LENGTH.length(), UTF_8))) {
                size = number(line + LENGTH.length());
            } else if (bytes[line] == '\r' && size < 0) {
                throw new IOException("This answer does not say how long it is:\n" + this);
            } else if (bytes[line] == '\r') {
                return line + 2 + size;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** {@return where the line after this one begins; 0 if nothing of it is there} */
    private int after(int position) {
        for (int i = position; i < length - 1; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int number(int position) {
        int value = 0;
        for (int i = position; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }
}
