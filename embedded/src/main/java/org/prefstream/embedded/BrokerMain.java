package org.prefstream.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the broker as a process of its own: {@code BrokerMain FOLDER PORT}. On SIGTERM it stops in an orderly way. The
 * exit status is 1 if it cannot start.
 */
public final class BrokerMain {

    private BrokerMain() {
    }

    /**
     * Starts the broker, which runs until the process gets a signal.
     *
     * @param arguments
     *            the data folder and the port
     */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        if (given.size() != 2) {
            System.err.println("Usage: BrokerMain FOLDER PORT");
            System.exit(2);
        }
        BrokerServer broker = BrokerServer.startDurable(Path.of(given.get(0)), Integer.parseInt(given.get(1)));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
        System.out.println("Kafka is ready at " + broker.bootstrapServers());
    }
}
