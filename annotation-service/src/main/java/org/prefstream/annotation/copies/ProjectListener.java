package org.prefstream.annotation.copies;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Does work that had to wait until projects are known. */
public interface ProjectListener {

    /** Runs in the transaction that stores the copies, for projects that have arrived, changed or been deleted. */
    Uni<Void> projectsKnown(List<Long> projectIds);
}
