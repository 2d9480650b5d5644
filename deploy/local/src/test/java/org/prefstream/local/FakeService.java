package org.prefstream.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Replaces each of the four services where only their start and stop matter. It listens on the ports of the variables
 * and is healthy. As task-service it knows the owner; as another service it forwards requests to task-service, as the
 * door does.
 */
final class FakeService {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private FakeService() {
    }

    public static void main(String[] arguments) throws IOException {
        serve("QUARKUS_MANAGEMENT_PORT", exchange -> answer(exchange, 200, "{\"status\":\"UP\"}"));
        serve("QUARKUS_HTTP_PORT",
                System.getenv("PREFSTREAM_OWNER_EMAIL") == null ? FakeService::forward : FakeService::asTaskService);
        System.out.println("sample " + System.getenv("PREFSTREAM_SAMPLE"));
    }

    private static void serve(String portVariable, com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(portVariable))),
                0);
        server.createContext("/", handler);
        server.start();
    }

    private static void asTaskService(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        if (path.equals("/user/login")) {
            logIn(exchange);
        } else if (path.equals("/api/current-user/token")
                && List.of("sessionid=s3ssion").equals(exchange.getRequestHeaders().get("Cookie"))) {
            answer(exchange, 200, "{\"token\":\"t0ken\"}");
        } else {
            answer(exchange, authorization.equals("Token t0ken") ? 200 : 401, "{}");
        }
    }

    private static void logIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String password = Files.readString(Path.of(System.getenv("PREFSTREAM_OWNER_PASSWORD_FILE")));
        if (form.equals("email=owner%40prefstream.local&password=" + password)) {
            exchange.getResponseHeaders().set("Set-Cookie", "sessionid=s3ssion; HttpOnly; Path=/");
            answer(exchange, 302, "");
        } else {
            answer(exchange, 200, "<html>wrong</html>");
        }
    }

    private static void forward(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(System.getenv("PREFSTREAM_TASK_URL") + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String header : List.of("Cookie", "Authorization")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                    .ifPresent(value -> request.header(header, value));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers()
                    .allValues("Set-Cookie")
                    .forEach(value -> exchange.getResponseHeaders().add("Set-Cookie", value));
            answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
