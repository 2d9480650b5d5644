import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;

/**
 * Submits judgements from many clients at once, and costs little itself. A client has a connection of its own; it sends a
 * submit, waits for the whole answer, and sends the next one. No task is submitted to twice. One thread serves all clients,
 * because a thread for each needed up to half as much processor time again.
 *
 * <p>The arguments are the address, a file of tokens, one on a line, and a file with the body. The line
 * {@code CLIENTS SECONDS FILE_OF_TASKS} of the input asks for a phase. The program connects, prints {@code ready}, begins at
 * the next line, and prints what became of the submits as a line of JSON.
 */
public final class Submits {

    private static final long NANOS = 1_000_000_000;
    private static final int CREATED = 201;
    /** The status where a connection broke, so that nobody knows whether the submit was stored. */
    private static final int BROKEN = 0;
    /** What goes to a socket or comes from one. A direct buffer saves copying, and one is enough for one thread. */
    private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(65_536);

    public static void main(String[] arguments) throws IOException {
        URI address = URI.create(arguments[0]);
        List<String> tokens = Files.readAllLines(Path.of(arguments[1]));
        String body = Files.readString(Path.of(arguments[2]));
        var input = new Scanner(System.in, UTF_8);
        while (input.hasNextLine()) {
            String[] words = input.nextLine().split(" ");
            Phase phase = new Phase(Files.readAllLines(Path.of(words[2])), Long.parseLong(words[1]) * NANOS);
            Client[] clients = new Client[Integer.parseInt(words[0])];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = new Client(phase, address, tokens.get(i % tokens.size()), body);
            }
            System.out.println("ready");
            input.nextLine();
            phase.run(clients);
            System.out.println(phase.json());
        }
    }

    /** The tasks of one phase, and what became of the submit to each. */
    private static final class Phase {

        /** The phase ends when no answer at all came for so long. */
        private static final int PATIENCE_MILLIS = 60_000;

        private final List<String> tasks;
        private final long length;
        private final int[] statuses;
        private final long[] sent;
        private final long[] answered;
        private final Selector selector = Selector.open();
        private int taken;
        private int waiting;
        private long begin;
        private long end;
        private String other = "";

        Phase(List<String> tasks, long length) throws IOException {
            this.tasks = tasks;
            this.length = length;
            this.statuses = new int[tasks.size()];
            this.sent = new long[tasks.size()];
            this.answered = new long[tasks.size()];
        }

        /** Lets the clients begin, and serves them until each has its last answer. */
        void run(Client[] clients) throws IOException {
            begin = System.nanoTime();
            end = begin + length;
            for (Client client : clients) {
                client.submit();
            }
            while (waiting > 0 && selector.select(key -> ((Client) key.attachment()).read(), PATIENCE_MILLIS) > 0) {
                // The clients have read, and sent what comes next.
            }
            for (Client client : clients) {
                client.channel.close();
            }
            selector.close();
        }

        /** {@return the index of a task that no other client takes; -1 when the time is over or no task is left} */
        int take() {
            long now = System.nanoTime();
            if (now - end >= 0 || taken == tasks.size()) {
                end = Math.min(end, now);
                return -1;
            }
            waiting++;
            sent[taken] = now;
            return taken++;
        }

        /** Notes what came back, and keeps the text of the first answer that should not be. */
        void note(int task, int status, Object answer) {
            waiting--;
            answered[task] = System.nanoTime();
            statuses[task] = status;
            if (status != CREATED && other.isEmpty()) {
                other = answer.toString();
            }
        }

        /** {@return per submit its status, when it was answered and how long that took, in microseconds; and the rest} */
        String json() {
            StringBuilder json = new StringBuilder("{\"submits\": [");
            for (int i = 0; i < taken; i++) {
                json.append(i == 0 ? "[" : ",[").append(statuses[i]).append(',').append((answered[i] - begin) / 1000);
                json.append(',').append((answered[i] - sent[i]) / 1000).append(']');
            }
            json.append("], \"length\": ").append((end - begin) / 1000).append(", \"first_other\": \"");
            other.chars().forEach(c -> json.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : (char) c));
            return json.append("\"}").toString();
        }
    }

    /** Somebody who submits to one task after the other, until a connection breaks or the phase ends. */
    private static final class Client {

        private static final byte[] START = "POST /api/tasks/".getBytes(UTF_8);

        private final Phase phase;
        private final SocketChannel channel;
        private final SelectionKey key;
        private final byte[] remainder;
        private final Answer answer = new Answer();
        private int task;

        Client(Phase phase, URI address, String token, String body) throws IOException {
            this.phase = phase;
            this.channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            this.key = channel.register(phase.selector, SelectionKey.OP_READ, this);
            this.remainder = """
                    /annotations/ HTTP/1.1
                    Host: %s
                    Authorization: Token %s
                    Content-Type: application/json
                    Content-Length: %d

                    %s""".replace("\n", "\r\n")
                    .formatted(address.getAuthority(), token, body.length(), body).getBytes(UTF_8);
        }

        void submit() throws IOException {
            task = phase.take();
            if (task < 0) {
                key.cancel();
                return;
            }
            BUFFER.clear().put(START).put(phase.tasks.get(task).getBytes(UTF_8)).put(remainder).flip();
            while (BUFFER.hasRemaining()) {
                channel.write(BUFFER);
            }
        }

        /** Reads what is there of the answer, and goes on to the next submit when that is all of it. */
        void read() {
            try {
                if (answer.isWholeAfterReading(channel)) {
                    phase.note(task, answer.status(), answer);
                    submit();
                }
            } catch (IOException broken) {
                phase.note(task, BROKEN, broken);
                key.cancel();
            }
        }
    }

    /** One answer as it comes in. Of its head only the status and the length are read. */
    private static final class Answer {

        private static final String LENGTH = "content-length: ";

        private byte[] bytes = new byte[8192];
        private int length;
        private boolean whole;

        boolean isWholeAfterReading(SocketChannel channel) throws IOException {
            length = whole ? 0 : length;
            int count = channel.read(BUFFER.clear());
            if (count < 0) {
                throw new IOException("The connection was closed before the end of an answer.");
            }
            bytes = bytes.length < length + count ? Arrays.copyOf(bytes, 2 * (length + count)) : bytes;
            BUFFER.flip().get(bytes, length, count);
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
}
