package org.prefstream.kit.database;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

/** Opens the reactive connections to the database: those of the pool, and those that somebody has for himself. */
@Singleton
public class Connections implements PgPoolCreator {

    private static final int CACHED_CHARACTERS_MAX = 16_384;

    private final DatabaseSettings settings;
    private final DatabaseSettings direct;

    @Inject
    Connections(Config config) {
        this(DatabaseSettings.of(key -> value(config, key)), DatabaseSettings.direct(key -> value(config, key)));
    }

    /** @param direct the settings of connections that somebody has for himself */
    Connections(DatabaseSettings settings, DatabaseSettings direct) {
        this.settings = settings;
        this.direct = direct;
    }

    private static @Nullable String value(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse(null);
    }

    /** {@return the settings that the connections of the pool have} */
    DatabaseSettings settings() {
        return settings;
    }

    /**
     * {@return whether a {@link Subscription} hears anything. Behind a pooler it does not, unless the database's own address is
     * known}
     */
    public boolean canListen() {
        return !direct.pooler();
    }

    /**
     * {@return columns of a query that gives its transaction the parameters of a copy: its plans are stable, it may take as long as
     * bulk work, and its commit does not wait for the disk}
     */
    public String copyParameters() {
        Map<String, String> copy = Parameters.with(settings.bulkTransaction(), Map.of("synchronous_commit", "off"));
        return Parameters.columns(Parameters.with(Parameters.STABLE_PLANS, copy));
    }

    @Override
    public Pool create(Input input) {
        // A connection that waits for an answer is silent. One that is silent for longer than any statement may take is dead.
        PgConnectOptions options = options(settings, settings.session())
                .setIdleTimeout(seconds(settings.bulkAnswerTimeout()));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(seconds(settings.acquisitionTimeout()))
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                        // Those that nobody needs leave before they are taken for dead.
                        .setIdleTimeout(seconds(settings.bulkTimeout().dividedBy(2)))
                        .setIdleTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(options)
                .using(input.vertx())
                .build();
    }

    /**
     * Opens a connection that is in no pool, so that closing it ends it. It passes a pooler by, if the database's own address is
     * known.
     *
     * @param parameters the session's, which come in addition to those that every session has or replace them. Behind a pooler
     *        they are left out, and {@link #beginning} sets them
     */
    Uni<SqlConnection> open(Vertx vertx, Map<String, String> parameters) {
        AtomicBoolean given = new AtomicBoolean();
        return Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(() -> given.set(true));
            connect(vertx, parameters).onFailure(emitter::fail).onSuccess(connection -> {
                if (given.get()) {
                    connection.close(); // nobody waits any more
                } else {
                    emitter.complete(connection);
                }
            });
        });
    }

    /** Opens a connection as {@link #open} does, for whoever works with Vert.x. */
    Future<PgConnection> connect(Vertx vertx, Map<String, String> parameters) {
        return PgConnection.connect(vertx, options(direct, Parameters.with(direct.session(), parameters)));
    }

    /** {@return the command that begins a transaction on an opened connection with its parameters} */
    String beginning(Map<String, String> parameters) {
        return direct.pooler() ? Parameters.begin(parameters) : "begin";
    }

    private static PgConnectOptions options(DatabaseSettings settings, Map<String, String> session) {
        PgConnectOptions options = new PgConnectOptions().setHost(settings.host())
                .setPort(settings.port())
                .setDatabase(settings.name())
                .setUser(settings.user())
                .setPassword(settings.password());
        options.setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setTcpKeepAlive(true)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        if (settings.pooler()) {
            options.setUseLayer7Proxy(true).setCachePreparedStatements(false);
        } else {
            // Statements are few and repeat; a prepared one saves parsing and planning. Those of copies are longer than the driver's limit.
            options.setCachePreparedStatements(true).setPreparedStatementCacheSqlLimit(CACHED_CHARACTERS_MAX);
            session.forEach(options::addProperty);
        }
        return secured(settings, options);
    }

    private static PgConnectOptions secured(DatabaseSettings settings, PgConnectOptions options) {
        options.setSslMode(settings.sslMode());
        if (settings.verifies()) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(settings.rootCertificate().toString()));
        } else if (settings.sslMode() == SslMode.REQUIRE) {
            options.setTrustAll(true);
        }
        if (settings.sslMode() == SslMode.VERIFY_FULL) {
            options.setHostnameVerificationAlgorithm("HTTPS");
        }
        return options;
    }

    private static int seconds(Duration time) {
        return (int) Math.max(1, time.toSeconds());
    }
}
