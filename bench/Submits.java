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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Scanner;

/**
 * Submits judgements from many clients at once, and costs little itself. A client has a connection of its own; it sends a
 * submit, and has time for another one when the whole answer is there. No task is submitted to twice. One thread serves all
 * clients, because a thread for each needed up to half as much processor time again.
 *
 * <p>The arguments are the address, a file of tokens, one on a line, and a file with the body. The line
 * {@code CLIENTS SECONDS FILE_OF_TASKS [RATE]} of the input asks for a phase. Submits are due at the rate, which is per second,
 * and count from the moment when they are due, also where all clients are busy then. Without a rate each client submits as fast as it is
 * answered. The program connects, prints {@code ready}, begins at the next line, and prints what became of the submits as a line of
 * JSON.
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
            double rate = words.length > 3 ? Double.parseDouble(words[3]) : Double.POSITIVE_INFINITY;
            Phase phase = new Phase(Files.readAllLines(Path.of(words[2])), Long.parseLong(words[1]) * NANOS, rate);
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
        private static final long PATIENCE = 60 * NANOS;

        private final List<String> tasks;
        private final long length;
        private final double nanosBetween;
        private final int[] statuses;
        private final long[] sent;
        private final long[] answered;
        private final Selector selector = Selector.open();
        private final Queue<Client> idle = new ArrayDeque<>();
        private int taken;
        private int waiting;
        private long begin;
        private long end;
        private String other = "";

        Phase(List<String> tasks, long length, double rate) throws IOException {
            this.tasks = tasks;
            this.length = length;
            this.nanosBetween = NANOS / rate;
            this.statuses = new int[tasks.size()];
            this.sent = new long[tasks.size()];
            this.answered = new long[tasks.size()];
        }

        /** Lets the clients submit what is due, until the time is over and each has its last answer. */
        void run(Client[] clients) throws IOException {
            begin = System.nanoTime();
            end = begin + length;
            idle.addAll(List.of(clients));
            long heard = begin;
            while ((waiting > 0 || mayGoOn()) && System.nanoTime() - heard < PATIENCE) {
                submitDue();
                int answers = selector.select(key -> ((Client) key.attachment()).read(), millisUntilDue());
                heard = answers > 0 ? System.nanoTime() : heard;
            }
            for (Client client : clients) {
                client.channel.close();
            }
            selector.close();
        }

        private void submitDue() throws IOException {
            while (mayGoOn() && due() <= System.nanoTime()) {
                sent[taken] = nanosBetween > 0 ? due() : System.nanoTime();
                waiting++;
                idle.remove().submit(taken++);
                end = taken < tasks.size() ? end : Math.min(end, System.nanoTime());
            }
        }

        private boolean mayGoOn() {
            return !idle.isEmpty() && System.nanoTime() < end;
        }

        /** {@return when the next submit is due; without a rate, each one was from the beginning} */
        private long due() {
            return begin + (long) (taken * nanosBetween);
        }

        private long millisUntilDue() {
            long nanos = mayGoOn() ? due() - System.nanoTime() : PATIENCE;
            return Math.max(1, nanos / 1_000_000);
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

        /** {@return per submit its status, when it was answered and how long that took; and the rest; all in microseconds} */
        String json() {
            StringBuilder json = new StringBuilder("{\"submits\": [");
            for (int i = 0; i < taken; i++) {
                json.append(i == 0 ? "[" : ",[").append(statuses[i]).append(',').append((answered[i] - begin) / 1000);
                json.append(',').append((answered[i] - sent[i]) / 1000).append(']');
            }
            json.append("], \"begin\": ").append(begin / 1000).append(", \"length\": ").append((end - begin) / 1000);
            json.append(", \"first_other\": \"");
            other.chars().forEach(c -> json.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : (char) c));
            return json.append("\"}").toString();
        }
    }

    /** Somebody who submits to one task after the other, until the connection breaks. */
    private static final class Client {

        private static final byte[] START = "POST /api/tasks/".getBytes(UTF_8);

        private final Phase phase;
        private final SocketChannel channel;
        private final SelectionKey key;
        private final byte[] remainder;
        private final Answer answer = new Answer();
        private int task;
        private boolean waits;

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

        void submit(int next) throws IOException {
            task = next;
            waits = true;
            BUFFER.clear().put(START).put(phase.tasks.get(task).getBytes(UTF_8)).put(remainder).flip();
            while (BUFFER.hasRemaining()) {
                channel.write(BUFFER);
            }
        }

        /** Reads what is there of the answer, and has time for another submit when that is all of it. */
        void read() {
            try {
                if (answer.isWholeAfterReading(channel, BUFFER)) {
                    phase.note(task, answer.status(), answer);
                    waits = false;
                    phase.idle.add(this);
                }
            } catch (IOException broken) {
                key.cancel();
                phase.idle.remove(this);
                if (waits) {
                    phase.note(task, BROKEN, broken);
                }
            }
        }
    }
}
