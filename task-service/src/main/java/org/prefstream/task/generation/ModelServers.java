package org.prefstream.task.generation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says where requests to models may go. Servers that the operator lists may have any address. All others must be on the public internet and
 * speak TLS. A name is resolved here, and what is connected to is the address that was checked.
 */
@ApplicationScoped
class ModelServers {

    private final Set<String> listed;

    ModelServers(@ConfigProperty(name = "prefstream.model-servers") Optional<List<String>> servers) {
        this.listed = servers.orElse(List.of())
                .stream()
                .map(server -> server.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return the addresses of a server, at least one; blocks}
     *
     * @throws NotAnswered for good, if nothing may be sent there
     */
    List<InetAddress> resolve(ModelAddress address) throws NotAnswered {
        boolean isListed = listed.contains(address.authority());
        if (!isListed && !address.isEncrypted()) {
            throw NotAnswered.byAnybody(
                    "%s is not encrypted. Use https, or have the operator list %s in PREFSTREAM_MODEL_SERVERS."
                            .formatted(address.origin(), address.authority()));
        }
        List<InetAddress> found = lookUp(address);
        if (!isListed && !found.stream().allMatch(PublicAddresses::isPublic)) {
            throw NotAnswered
                    .byAnybody("%s is not on the public internet. The operator can list %s in PREFSTREAM_MODEL_SERVERS."
                            .formatted(address.host(), address.authority()));
        }
        return found;
    }

    private static List<InetAddress> lookUp(ModelAddress address) throws NotAnswered {
        try {
            return List.of(InetAddress.getAllByName(address.host()));
        } catch (UnknownHostException e) {
            throw NotAnswered.yet("The name " + address.host() + " has no address.", null);
        }
    }
}
