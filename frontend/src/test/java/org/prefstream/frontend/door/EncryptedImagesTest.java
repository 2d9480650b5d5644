package org.prefstream.frontend.door;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.TestCertificate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PfxOptions;

/** Images of a source that speaks TLS and has a certificate for 127.0.0.1. */
@QuarkusTest
@QuarkusTestResource(value = StandIns.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = EncryptedImagesTest.Sources.class, restrictToAnnotatedClass = true)
class EncryptedImagesTest {

    private static final String TRUSTED = "test.trusted-source";
    private static final String STRANGE = "test.strange-source";

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    // Configuration that is injected is required of all tests of this module.
    final URI trusted = ConfigProvider.getConfig().getValue(TRUSTED, URI.class);
    final URI strange = ConfigProvider.getConfig().getValue(STRANGE, URI.class);

    /** Two sources, of which the door trusts one. */
    public static class Sources implements QuarkusTestResourceLifecycleManager {

        private final Vertx vertx = Vertx.vertx();

        @Override
        public Map<String, String> start() {
            try {
                TestCertificate known = TestCertificate.make(Files.createTempDirectory("known"));
                URI trusted = source(known);
                URI strange = source(TestCertificate.make(Files.createTempDirectory("strange")));
                URI byAnotherName = URI.create("https://localhost:%d/shown".formatted(trusted.getPort()));
                Map<String, String> config = new HashMap<>();
                config.put(TRUSTED, trusted.toString());
                config.put(STRANGE, strange.toString());
                config.put("prefstream.images.sources", trusted + "," + strange + "," + byAnotherName);
                config.put("prefstream.images.ssl-root-certificate", known.certificate().toString());
                return config;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private URI source(TestCertificate certificate) throws Exception {
            HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1")
                    .setPort(0)
                    .setSsl(true)
                    .setKeyCertOptions(new PfxOptions().setPath(certificate.keyStore().toString())
                            .setPassword(TestCertificate.PASSWORD));
            HttpServer server = vertx.createHttpServer(options)
                    .requestHandler(request -> request.response()
                            .putHeader("Content-Type", "image/png")
                            .end("picture of " + request.uri()));
            server.listen().toCompletionStage().toCompletableFuture().get(10, SECONDS);
            return URI.create("https://127.0.0.1:%d/shown".formatted(server.actualPort()));
        }

        @Override
        public void stop() {
            vertx.close();
        }
    }

    @BeforeEach
    void everybodyIsKnown() {
        services.behave(TASK, request -> request.response().end("{}"));
    }

    @Test
    void showsAnImageOfASourceWhoseCertificateTheOperatorTrusts() throws Exception {
        HttpResponse<String> shown = show(trusted + "/cat.png");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.body()).isEqualTo("picture of /shown/cat.png");
    }

    @Test
    void saysThatTheCertificateIsToBlameWhereNobodyTrustsIt() throws Exception {
        assertThat(refused(strange + "/cat.png")).contains("no certificate for its name that is trusted here");
    }

    @Test
    void believesNoCertificateOfAnotherName() throws Exception {
        assertThat(refused("https://localhost:%d/shown/cat.png".formatted(trusted.getPort())))
                .contains("no certificate for its name that is trusted here");
    }

    @Test
    void startsWithNoFileOfCertificatesThatCannotBeRead() {
        assertThatThrownBy(() -> Images.trust(Path.of("/no/such/file.pem"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("prefstream.images.ssl-root-certificate")
                .hasMessageContaining("/no/such/file.pem");
    }

    private String refused(String image) throws Exception {
        HttpResponse<String> refused = show(image);

        assertThat(refused.statusCode()).isEqualTo(502);
        return new JsonObject(refused.body()).getString("detail");
    }

    private HttpResponse<String> show(String image) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://localhost:%d/images?from=%s".formatted(port, URLEncoder.encode(image, StandardCharsets.UTF_8)));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).header("Cookie", "sessionid=s").build(), BodyHandlers.ofString());
    }
}
