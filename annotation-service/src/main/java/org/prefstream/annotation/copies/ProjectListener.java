package org.prefstream.annotation.copies;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Somebody who waits for projects to be known. */
public interface ProjectListener {

    /** Called in the transaction that stores the copies. */
    Uni<Void> projectsKnown(List<Long> projectIds);
}
