package org.prefstream.frontend.door;

import java.net.InetSocketAddress;
import java.util.List;

import jakarta.inject.Singleton;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;

/** Knows which senders are the operator's own proxies. By default none is. */
@Singleton
class TrustedProxies {

    private final List<IpSubnetFilterRule> networks;

    TrustedProxies(DoorConfig config) {
        this.networks = config.trustedProxies().orElse(List.of()).stream().map(TrustedProxies::network).toList();
    }

    /** {@return whether a trusted proxy has sent the request} */
    boolean sent(HttpServerRequest request) {
        if (networks.isEmpty()) {
            return false;
        }
        InetSocketAddress sender = new InetSocketAddress(request.remoteAddress().hostAddress(), 0);
        return networks.stream().anyMatch(network -> network.matches(sender));
    }

    private static IpSubnetFilterRule network(String cidr) {
        try {
            String whole = cidr.contains("/") ? cidr : cidr + (cidr.contains(":") ? "/128" : "/32");
            return new IpSubnetFilterRule(whole.strip(), IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "prefstream.trusted-proxies: \"%s\" is no network; write addresses such as 10.1.0.0/16"
                            .formatted(cidr),
                    e);
        }
    }
}
