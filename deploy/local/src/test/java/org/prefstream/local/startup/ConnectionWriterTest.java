package org.prefstream.local.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class ConnectionWriterTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> console = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer door;
    private int loginStatus = 302;
    private int tokenStatus = 200;
    private String goodToken = "fresh";

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", this::answer);
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void fetchesATokenByTheOwnersLogin() throws Exception {
        String greeting = write();

        assertThat(greeting).contains("Token fresh\"", "owner@prefstream.local", "secret");
        assertThat(file()).contains("PREFSTREAM_TOKEN=fresh\n", "PREFSTREAM_PASSWORD=secret\n");
        assertThat(requests).containsExactly("POST /user/login", "GET /api/current-user/token");
    }

    @Test
    void keepsATokenThatIsStillGood() throws Exception {
        goodToken = "earlier";
        writeFile("PREFSTREAM_TOKEN=earlier\n");

        assertThat(write()).contains("Token earlier\"");
        assertThat(requests).containsExactly("GET /api/current-user/whoami");
    }

    @Test
    void replacesATokenThatWasRevoked() throws Exception {
        writeFile("PREFSTREAM_TOKEN=revoked\n");

        assertThat(write()).contains("Token fresh\"");
        assertThat(file()).contains("PREFSTREAM_TOKEN=fresh\n");
    }

    @Test
    void leavesTheFileAloneWhenTheOwnerHasChangedThePassword() throws Exception {
        loginStatus = 200;
        writeFile("PREFSTREAM_TOKEN=revoked\n# a note of mine\n");

        assertThat(write()).contains("(changed since the first start)").doesNotContain("secret");
        assertThat(file()).isEqualTo("PREFSTREAM_TOKEN=revoked\n# a note of mine\n");
        assertThat(console).singleElement().asString().startsWith("The owner's password was changed");
    }

    @Test
    void saysSoWhenTheDoorFails() throws Exception {
        loginStatus = 503;

        assertThat(write()).contains("Prefstream is ready").doesNotContain("Token", "curl");
        assertThat(console).containsExactly("The API token could not be fetched: POST /user/login answered 503.");
    }

    @Test
    void saysHowToGetATokenAgainAfterTheLastOneWasRevoked() throws Exception {
        tokenStatus = 404;

        assertThat(write()).doesNotContain("Token", "curl");
        assertThat(console).containsExactly("The API token could not be fetched: it was revoked; "
                + "POST /api/current-user/reset-token makes a new one.");
    }

    private String write() throws IOException {
        Connection connection = new Connection("http://127.0.0.1:" + door.getAddress().getPort(), "",
                "owner@prefstream.local", "secret", "127.0.0.1:9092");
        return new ConnectionWriter(new DataFolder(folder), HttpClient.newHttpClient(), console::add).write(connection);
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("connection.env"));
    }

    private void writeFile(String text) throws IOException {
        Files.writeString(folder.resolve("connection.env"), text);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        switch (request) {
            case "POST /user/login" -> logIn(exchange);
            case "GET /api/current-user/token" -> {
                boolean known = "sessionid=s3ssion".equals(exchange.getRequestHeaders().getFirst("Cookie"));
                answer(exchange, known ? tokenStatus : 401, "{\"token\":\"fresh\"}");
            }
            case "GET /api/current-user/whoami" -> {
                String given = exchange.getRequestHeaders().getFirst("Authorization");
                answer(exchange, ("Token " + goodToken).equals(given) ? 200 : 401, "{}");
            }
            default -> answer(exchange, 404, "");
        }
    }

    private void logIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (loginStatus == 302 && form.equals("email=owner%40prefstream.local&password=secret")) {
            exchange.getResponseHeaders().add("Set-Cookie", "csrftoken=x; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "sessionid=s3ssion; HttpOnly; Path=/");
        }
        answer(exchange, loginStatus, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
