package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.security.Directory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FieldsReaderTest {

    @Inject
    KitPorts ports;

    @Inject
    Directory directory;

    @Test
    void aBodyIsJsonUnlessItSaysThatItIsAForm() {
        assertThat(sent("{\"a\": 1}").body()).isEqualTo("{\"a\":1}");
        assertThat(sent("{\"a\": 1}", "Content-Type", "application/json").body()).isEqualTo("{\"a\":1}");
        assertThat(sent("a=1&b=x+y", "Content-Type", "application/x-www-form-urlencoded").body())
                .isEqualTo("{\"a\":\"1\",\"b\":\"x y\"}");
        assertThat(sent("a=%C3%A9", "Content-Type", "Application/X-WWW-Form-Urlencoded; charset=utf-8").body())
                .isEqualTo("{\"a\":\"é\"}");
    }

    @Test
    void aMultipartFormIsReadByItsBoundary() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\né\r\n--x--\r\n";

        assertThat(sent(form, "Content-Type", "multipart/form-data; boundary=x").body()).isEqualTo("{\"a\":\"é\"}");
        assertThat(sent(form, "Content-Type", "multipart/form-data; boundary=other").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "x-unknown", "identity, gzip"})
    void anEncodedBodyIsRefused(String encoding) {
        HttpResponse<String> answer = sent("{\"a\": 1}", "Content-Type", "application/json", "Content-Encoding",
                encoding);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(KitHttp.members(answer).get("detail")).asString().contains(encoding, "without compression");
        assertThat(sent("{\"a\": 1}", "Content-Encoding", "identity").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}{}", "{},", "{} null", "{\"a\":1} x"})
    void moreThanOneValueIsRefused(String body) {
        assertThat(sent(body, "Content-Type", "application/json").statusCode()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xe9, '"', '}'};
        HttpRequest request = HttpRequest.newBuilder(ports.first().resolve("/api/tasks/kit/fields"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream", "*/*", "application/*"})
    void anyOtherKindOfBodyIsRefusedByItsName(String mediaType) {
        HttpResponse<String> answer = sent("{\"a\": 1}", "Content-Type", mediaType);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(KitHttp.members(answer)).containsEntry("status_code", 415)
                .containsEntry("detail", "Unsupported media type \"" + mediaType
                        + "\" in request. Send JSON as application/json, or a form; to log in, a form.");
    }

    @Test
    void anEmptyBodyHasNoFields() {
        assertThat(sent("").body()).isEqualTo("{}");
        assertThat(sent("", "Content-Type", "application/json").body()).isEqualTo("{}");
    }

    @Test
    void aRefusalIsAnsweredAsAnyOther() {
        HttpResponse<String> answer = sent("{\"a\":\"\\u0000\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(KitHttp.members(answer).get("validation_errors")).asString().contains("a=").contains("NUL");
    }

    private HttpResponse<String> sent(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", directory.somebody()));
        return new KitHttp(ports.first()).send("POST", "/api/tasks/kit/fields", body, all.toArray(String[]::new));
    }
}
