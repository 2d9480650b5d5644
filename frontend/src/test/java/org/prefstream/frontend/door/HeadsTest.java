package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Sent by hand, because client libraries send no such heads. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class HeadsTest {

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @AfterEach
    void forgetThisTest() {
        services.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5|Transfer-Encoding: chunked",
            "Transfer-Encoding: chunked|Content-Length: 5", "Content-Length: 5|Content-Length: 5",
            "Content-Length: 5|Content-Length: 6", "Content-Length: 5, 5", "Content-Length: +5",
            "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity",
            "Transfer-Encoding: chunked|Transfer-Encoding: chunked", "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding:\tchunked|Transfer-Encoding: identity", "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: xchunked|Content-Length: 5"})
    void aLengthThatCanBeReadInTwoWaysIsRefusedAndNothingBehindItIsRead(String lengths) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        services.behave(TASK, request -> {
            seen.add(request.uri());
            request.response().end("served");
        });

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.1\r\nHost: h\r\n" + lengths.replace("|", "\r\n"));
            client.write("0\r\n\r\nGET /api/version?smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
            String answer = client.readToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("served", "HTTP/1.1 200");
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void anOldClientSendsNoChunks() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.0", "Host: h", "Transfer-Encoding: chunked")
                    .write("0\r\n\r\n");

            assertThat(client.readToTheEnd()).startsWith("HTTP/1.0 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Transfer-Encoding: Chunked", "transfer-encoding:chunked"})
    void chunksAloneAreTaken(String encoding) throws Exception {
        services.behave(TASK, request -> request.body().onSuccess(body -> request.response().end("got " + body)));

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects HTTP/1.1", "Host: h", encoding, "Connection: close")
                    .write("5\r\nwhole\r\n0\r\n\r\n");

            assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 200").endsWith("got whole");
        }
    }

    @Test
    void anOfferOfAnotherProtocolIsIgnored() throws Exception {
        services.behave(TASK, request -> request.body().onSuccess(body -> request.response().end("got " + body)));

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects HTTP/1.1", "Host: h", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAAQAAP__", "Content-Length: 5").write("whole");
            String first = client.readThrough("got whole");
            client.head("GET /api/version HTTP/1.1", "Host: h", "Upgrade: h2c", "Connection: Upgrade");
            String second = client.readThrough("got ");

            assertThat(first).startsWith("HTTP/1.1 200");
            assertThat(second).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "Host: ", "Host: a b", "Host: a/b", "Host: user@h", "Host: h:port", "Host: h:",
            "Host: h|Host: h", "Host: h, h", "Host: h?x", "Host: evil.example#", "Host: [h]"})
    void aHostThatIsNoneIsRefused(String host) throws Exception {
        services.sayWhoTheyAre();

        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/projects HTTP/1.1\r\n" + host.replace("|", "\r\n"), "Connection: close");

            assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9000", "LOCALHOST", "127.0.0.1:1", "[::1]:8080", "prefs.localhost:8080"})
    void aNameOfThisMachineStaysTheAddressInLinks(String host) throws Exception {
        assertThat(addressFor(host)).isEqualTo(host.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "203.0.113.7", "localhost.evil.example",
            "[2001:db8::7]"})
    void aNameFromElsewhereDoesNotGetIntoLinks(String host) throws Exception {
        assertThat(addressFor(host)).isEqualTo("127.0.0.1:" + port);
    }

    /** {@return what the service is told to begin links with} */
    private String addressFor(String host) throws Exception {
        services.behave(TASK, request -> request.response().end("address " + request.getHeader("X-Forwarded-Host")));
        try (RawConnection client = new RawConnection(port)) {
            String answer = client.head("GET /api/projects HTTP/1.1", "Host: " + host, "Connection: close")
                    .readToTheEnd();
            return answer.substring(answer.indexOf("address ") + "address ".length());
        }
    }
}
