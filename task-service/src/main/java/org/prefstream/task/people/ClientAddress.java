package org.prefstream.task.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/**
 * Tells where a request comes from, as far as the door vouches for it. The door drops what clients say of themselves. It writes
 * the address that it sees, and before it, if it stands behind a trusted proxy, what that proxy has written.
 */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 64;

    private ClientAddress() {
    }

    /** {@return the address that a request comes from; of an IPv6 address the network} */
    public static String of(HttpServerRequest request) {
        return of(request.getHeader("X-Forwarded-For"), request.remoteAddress().hostAddress());
    }

    /**
     * {@return the client's address; of an IPv6 address the network, because a client has all addresses of its own}
     *
     * @param forwarded the last entry is the door's peer; one before it is the peer of the proxy there, and the others are
     *        what a client may have made up
     */
    static String of(@Nullable String forwarded, @Nullable String peer) {
        List<String> path = forwarded == null
                ? List.of()
                : Arrays.stream(forwarded.split(",")).map(String::strip).toList();
        if (path.isEmpty()) {
            return network(peer == null ? "" : peer);
        }
        return network(path.get(Math.max(0, path.size() - 2)));
    }

    private static String network(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            return text.substring(0, Math.min(text.length(), LONGEST));
        }
        InetAddress address = address(bytes);
        return (address instanceof Inet6Address
                ? address(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length))
                : address).getHostAddress();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
