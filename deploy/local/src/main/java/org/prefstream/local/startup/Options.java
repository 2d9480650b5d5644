package org.prefstream.local.startup;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Holds the command-line options of {@code deploy/up}.
 *
 * @param port
 *            the port of the web page and the API
 * @param kafkaPort
 *            the port of the Kafka broker
 * @param data
 *            the data folder
 * @param heapMebibytes
 *            the largest Java heap of each service
 * @param sample
 *            whether the first start makes the sample project
 * @param help
 *            whether the program only prints its options
 */
public record Options(int port, int kafkaPort, Path data, int heapMebibytes, boolean sample, boolean help) {

    private static final int HEAP_MIN = 96;
    private static final int HEAP_MAX = 65_536;
    private static final int PORT_MAX = 65_535;

    static final Options DEFAULT = new Options(8080, 9092, Path.of(".prefstream"), 192, true, false);

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @throws StartRefused
     *             if an option is unknown or its value is wrong; the message names it
     */
    public static Options parse(List<String> arguments) throws StartRefused {
        Deque<String> rest = new ArrayDeque<>();
        arguments.forEach(argument -> rest.addAll(split(argument)));
        Options options = DEFAULT;
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        if (options.port == options.kafkaPort) {
            throw wrong("--port and --kafka-port are both %d; they must differ".formatted(options.port));
        }
        return options;
    }

    /** {@return the address of the web page and the API} */
    String url() {
        return "http://localhost:" + port;
    }

    /** {@return the bootstrap address for Kafka clients} */
    String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    private Options with(String name, Deque<String> rest) throws StartRefused {
        return switch (name) {
            case "--port" -> new Options(number(name, rest, 1, PORT_MAX), kafkaPort, data, heapMebibytes, sample, help);
            case "--kafka-port" ->
                new Options(port, number(name, rest, 1, PORT_MAX), data, heapMebibytes, sample, help);
            case "--data" -> new Options(port, kafkaPort, Path.of(value(name, rest)), heapMebibytes, sample, help);
            case "--heap" -> new Options(port, kafkaPort, data, number(name, rest, HEAP_MIN, HEAP_MAX), sample, help);
            case "--empty" -> new Options(port, kafkaPort, data, heapMebibytes, false, help);
            case "--help", "-h" -> new Options(port, kafkaPort, data, heapMebibytes, sample, true);
            default -> throw wrong("There is no option " + name);
        };
    }

    private static List<String> split(String argument) {
        int equals = argument.indexOf('=');
        return argument.startsWith("--") && equals > 0
                ? List.of(argument.substring(0, equals), argument.substring(equals + 1))
                : List.of(argument);
    }

    private static int number(String name, Deque<String> rest, int min, int max) throws StartRefused {
        String value = value(name, rest);
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw wrong("%s takes a number from %d to %d, not %s".formatted(name, min, max, value));
    }

    private static String value(String name, Deque<String> rest) throws StartRefused {
        if (rest.isEmpty() || rest.getFirst().isBlank()) {
            throw wrong("%s needs a value".formatted(name));
        }
        return rest.removeFirst();
    }

    private static StartRefused wrong(String problem) {
        return new StartRefused(2, problem + " (--help lists the options).");
    }
}
