package org.prefstream.frontend.door;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/** Knows how long the parts of a request may be, as the server was told. Connections are watched by what is no bean. */
@Singleton
@Unremovable
class ServerLimits implements HttpServerOptionsCustomizer {

    private static volatile HttpServerOptions present = new HttpServerOptions();

    static HttpServerOptions present() {
        return present;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        present = options;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        present = options;
    }
}
