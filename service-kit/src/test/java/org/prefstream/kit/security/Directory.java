package org.prefstream.kit.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.projection.VersionedState;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/** Knows people as their owner does, and answers other services about them. */
@ApplicationScoped
public class Directory implements InternalRoute {

    private final Map<String, VersionedState> byHash = new ConcurrentHashMap<>();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private volatile boolean silent;

    void add(String hash, AccessRecord person) {
        byHash.put(hash, VersionedState.of(1, person));
    }

    void remove(String hash) {
        byHash.remove(hash);
    }

    /** From now on it answers nobody, or everybody again. */
    void beSilent(boolean silent) {
        this.silent = silent;
    }

    /** {@return the header {@code Authorization} of somebody new, who may do everything} */
    public String somebody() {
        long id = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        String token = UUID.randomUUID().toString();
        add(Hashes.sha256(token), new AccessRecord(id, id + "@example.org", "Jo", "Doe", Role.OWNER, true, 1,
                Hashes.sha256(token), List.of(), List.of()));
        return "Token " + token;
    }

    int questionsAbout(String hash) {
        return questions.getOrDefault(hash, 0);
    }

    @Override
    public String path() {
        return "access/:hash";
    }

    @Override
    public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
        String hash = parameters.getOrDefault("hash", "");
        questions.merge(hash, 1, Integer::sum);
        if (silent) {
            return Uni.createFrom().failure(new ProblemException(ProblemType.INTERNAL_ERROR, "silent"));
        }
        VersionedState found = byHash.get(hash);
        return found == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(found);
    }
}
