package org.prefstream.local.startup;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Consumer;

import org.prefstream.local.process.ErrorText;

/**
 * Tells the person who started the system how to use it: fetches the token, writes the file for scripts, and greets.
 */
final class ConnectionWriter {

    private final DataFolder folder;
    private final HttpClient http;
    private final Consumer<String> console;

    ConnectionWriter(DataFolder folder, HttpClient http, Consumer<String> console) {
        this.folder = folder;
        this.http = http;
        this.console = console;
    }

    /** Writes {@code connection.env}; the file stays as it is if the owner cannot log in. {@return the greeting} */
    String write(Connection connection) throws IOException {
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
            console.accept("The API token could not be fetched: %s.".formatted(ErrorText.of(e)));
            return connection;
        }
    }

    /** {@return the token of an earlier start if it is still valid, otherwise the token from the owner's login} */
    private Optional<String> token(OwnerAccess access, Connection connection) throws IOException {
        Optional<String> earlier = Connection.tokenIn(folder.connectionFile());
        if (earlier.isPresent() && access.isValid(earlier.get())) {
            return earlier;
        }
        return access.token(connection.email(), connection.password());
    }
}
