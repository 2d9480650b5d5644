package org.prefstream.frontend.door;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Lets Vert.x use the {@link GuardedTransport}. It is found as a service, before the application starts. */
public final class GuardedServers implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new GuardedTransport(builder.findTransport()));
    }
}
