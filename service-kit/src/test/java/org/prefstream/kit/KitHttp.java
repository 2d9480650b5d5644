package org.prefstream.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.prefstream.labelstudio.json.Json;

/** A client that sends what it is told, and no more. */
public final class KitHttp {

    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    public KitHttp(URI base) {
        this.base = base;
    }

    /** Sends a request with headers given as name, value, name, value. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a GET. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** {@return the members of a JSON answer} */
    public static Map<String, Object> members(HttpResponse<String> answer) {
        return Json.readObject(answer.body());
    }
}
