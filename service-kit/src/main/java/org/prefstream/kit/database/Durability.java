package org.prefstream.kit.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;

/**
 * Whether the commit of a transaction waits for the disk. What is done again after a crash need not be there after it. Whoever
 * begins such a transaction waives the disk; whoever does in it what must not be lost requires the disk again.
 */
public final class Durability {

    private static final String WAIVED = Durability.class.getName() + ".waived";

    private Durability() {
    }

    /** Notes that the present Panache transaction was begun with {@code synchronous_commit = off}. */
    public static void waived() {
        ContextLocals.put(WAIVED, true);
    }

    /** Lets the commit of the present Panache transaction wait for the disk, as every session does unless it is told otherwise. */
    public static Uni<Void> required() {
        if (!ContextLocals.get(WAIVED, false)) {
            return Uni.createFrom().voidItem();
        }
        ContextLocals.remove(WAIVED);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("set local synchronous_commit to default").executeUpdate())
                .replaceWithVoid();
    }
}
