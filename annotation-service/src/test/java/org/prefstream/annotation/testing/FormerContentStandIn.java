package org.prefstream.annotation.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/** Answers as task-service would which configurations and data it has kept. */
@ApplicationScoped
public class FormerContentStandIn implements InternalRoute {

    private final Map<String, Object> data = new ConcurrentHashMap<>();

    /** {@return the hash of data that a task had before, which task-service knows from now on} */
    public String had(long taskId, Map<String, Object> former) {
        String sha256 = Hashes.sha256(Json.write(former));
        data.put(taskId + "/" + sha256, former);
        return sha256;
    }

    @Override
    public String path() {
        return "tasks/:id/data/:sha256";
    }

    @Override
    public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
        return Uni.createFrom().item(data.get(parameters.get("id") + "/" + parameters.get("sha256")));
    }

    @ApplicationScoped
    public static class Specs implements InternalRoute {

        private final Map<String, ComparisonSpec> specs = new ConcurrentHashMap<>();

        /** {@return the hash of a configuration that task-service knows from now on} */
        public String had(ComparisonSpec former) {
            String sha256 = Hashes.sha256(Json.write(former));
            specs.put(sha256, former);
            return sha256;
        }

        @Override
        public String path() {
            return "comparison-specs/:sha256";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            return Uni.createFrom().item(specs.get(parameters.get("sha256")));
        }
    }
}
