package org.prefstream.kit.security;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Does work that follows from a change of what people may do. */
public interface AccessListener {

    /** Runs in the transaction that stores the copies, for people whose copy has changed. */
    Uni<Void> accessChanged(List<Long> userIds);
}
