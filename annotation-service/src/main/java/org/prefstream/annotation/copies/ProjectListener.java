package org.prefstream.annotation.copies;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Something that waits until projects are known. */
public interface ProjectListener {

    /** Called in the transaction that stores the copies. */
    Uni<Void> projectsKnown(List<Long> projectIds);
}
