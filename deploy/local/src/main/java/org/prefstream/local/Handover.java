package org.prefstream.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Consumer;

import org.prefstream.local.supervise.Reason;

/** Hands the running system over to the person who started it: fetches the token, writes the file for scripts, greets. */
final class Handover {

    private final DataFolder folder;
    private final HttpClient http;
    private final Consumer<String> console;

    Handover(DataFolder folder, HttpClient http, Consumer<String> console) {
        this.folder = folder;
        this.http = http;
        this.console = console;
    }

    /** Writes {@code connection.env}, but leaves it alone if the owner cannot be logged in. {@return the greeting} */
    String handOver(Connection connection) throws IOException {
        return known(connection).greeting(folder.path());
    }

    private Connection known(Connection connection) throws IOException {
        try {
            Optional<String> token = token(new OwnerAccess(http, connection.url()), connection);
            if (token.isPresent()) {
                Connection known = connection.withToken(token.get());
                known.writeTo(folder.connectionFile());
                return known;
            }
            console.accept("The owner's password was changed, so no token is fetched; %s stays as it is."
                    .formatted(folder.connectionFile()));
            return connection.withPassword("(changed since the first start)");
        } catch (IOException e) {
            console.accept("The API token could not be fetched: %s.".formatted(Reason.of(e)));
            return connection;
        }
    }

    /** The token of an earlier start, if it is still good; otherwise the one that the owner's login gives. */
    private Optional<String> token(OwnerAccess access, Connection connection) throws IOException {
        Optional<String> earlier = Connection.tokenIn(folder.connectionFile());
        if (earlier.isPresent() && access.isValid(earlier.get())) {
            return earlier;
        }
        return access.token(connection.email(), connection.password());
    }
}
