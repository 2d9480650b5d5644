package org.prefstream.frontend.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How many connections there may be, from everywhere and from one address, and how slow they may be. Many annotators may share
 * an address, and so may everybody who comes through a proxy; the limit for one address is generous.
 *
 * <p>Connections are watched from before the application is there, so these settings are read directly:
 * {@code prefstream.door.clients-max}, {@code prefstream.door.clients-per-address-max}, {@code prefstream.door.slow-period} and
 * {@code prefstream.door.slow-bytes-min}.
 */
final class ConnectionLimits {

    private final int most;
    private final int mostOfAnAddress;
    private final Duration period;
    private final long bytesOfAPeriodMin;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    ConnectionLimits(int most, int mostOfAnAddress, Duration period, long bytesOfAPeriodMin) {
        this.most = most;
        this.mostOfAnAddress = mostOfAnAddress;
        this.period = period;
        this.bytesOfAPeriodMin = bytesOfAPeriodMin;
    }

    static ConnectionLimits configured() {
        Config config = ConfigProvider.getConfig();
        return new ConnectionLimits(config.getOptionalValue("prefstream.door.clients-max", Integer.class).orElse(4_000),
                config.getOptionalValue("prefstream.door.clients-per-address-max", Integer.class).orElse(2_000),
                config.getOptionalValue("prefstream.door.slow-period", Duration.class).orElse(Duration.ofSeconds(15)),
                config.getOptionalValue("prefstream.door.slow-bytes-min", Long.class).orElse(1_024L));
    }

    /** {@return how long a head may take, and how often a body is looked at} */
    Duration period() {
        return period;
    }

    /** {@return how much of a body must arrive in a period} */
    long bytesOfAPeriodMin() {
        return bytesOfAPeriodMin;
    }

    /** {@return whether there may be one connection more; it counts until {@link #closed} in either case} */
    boolean opened(SocketAddress client) {
        int ofThisAddress = byAddress.merge(address(client), 1, Integer::sum);
        return all.incrementAndGet() <= most && ofThisAddress <= mostOfAnAddress;
    }

    void closed(SocketAddress client) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address(client), (address, open) -> open == 1 ? null : open - 1);
    }

    private static InetAddress address(SocketAddress client) {
        return client instanceof InetSocketAddress known && known.getAddress() != null
                ? known.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
