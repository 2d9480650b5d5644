package org.prefstream.local.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a person or a script how to use the running system.
 *
 * @param url
 *            the address of the web page and the API
 * @param token
 *            the API token of the owner; empty if it is not known
 * @param email
 *            the login of the owner
 * @param password
 *            the password that the owner got at the first start
 * @param kafkaBootstrap
 *            the bootstrap address for Kafka clients
 */
record Connection(String url, String token, String email, String password, String kafkaBootstrap) {

    void writeTo(Path file) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PREFSTREAM_URL", url);
        variables.put("PREFSTREAM_TOKEN", token);
        variables.put("PREFSTREAM_EMAIL", email);
        variables.put("PREFSTREAM_PASSWORD", password);
        variables.put("KAFKA_BOOTSTRAP", kafkaBootstrap);
        StringBuilder text = new StringBuilder();
        variables.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        DataFolder.writePrivately(file, text.toString());
    }

    /** {@return the token that an earlier start wrote to the file} */
    static Optional<String> tokenIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file)
                .stream()
                .filter(line -> line.startsWith("PREFSTREAM_TOKEN="))
                .map(line -> line.substring("PREFSTREAM_TOKEN=".length()).strip())
                .filter(token -> !token.isEmpty())
                .findFirst();
    }

    Connection withToken(String given) {
        return new Connection(url, given, email, password, kafkaBootstrap);
    }

    Connection withPassword(String given) {
        return new Connection(url, token, email, given, kafkaBootstrap);
    }

    /** {@return the lines that greet the person who started the system} */
    String greeting(Path folder) {
        String use = token.isEmpty() ? "" : """
                  Token      %1$s
                  Try        curl -H "Authorization: Token %1$s" %2$s/api/projects
                """.formatted(token, url);
        return """

                Prefstream is ready.

                  Web page   %s
                  Login      %s
                  Password   %s
                %s  Kafka      %s
                  Scripts    . %s/connection.env

                Ctrl-C stops it. Data and logs are in %6$s
                """.formatted(url, email, password, use, kafkaBootstrap, folder);
    }
}
