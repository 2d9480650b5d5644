package org.prefstream.kit.security;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Says as task-service does how far access is published: everything, or a change waits because Kafka is away. */
@ApplicationScoped
public class PublishedAccess implements InternalRoute {

    private volatile boolean waits;

    /** From now on a change waits to be published, or none does. */
    void waits(boolean waits) {
        this.waits = waits;
    }

    @Override
    public String path() {
        return "published/access";
    }

    @Override
    public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
        return waits
                ? Uni.createFrom().failure(new BarrierTimedOut("changes of access wait to be published"))
                : Uni.createFrom().item(Positions.NONE);
    }
}
