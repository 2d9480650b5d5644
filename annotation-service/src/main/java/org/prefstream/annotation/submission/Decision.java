package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.kit.messaging.OutboxEntry;

/**
 * What follows from a judgement, before it is stored.
 *
 * @param annotation that the judgement has made, changed, or named by a unique_id that is known already
 * @param entries the annotation's record and its dataset rows; none where nothing changes
 * @param shown what is to be kept as shown; null where it is kept already
 * @param ended the lease that the annotation ends; null where there is none
 */
record Decision(
        Annotation annotation,
        Kind kind,
        List<OutboxEntry> entries,
        @Nullable Shown shown,
        @Nullable Lease ended) {

    /** What becomes of the annotation. */
    enum Kind {
        KNOWN,
        ADDED,
        EDITED
    }

    Decision {
        entries = List.copyOf(entries);
    }

    /** {@return that nothing changes, because the annotation is there already} */
    static Decision known(Annotation annotation) {
        return new Decision(annotation, Kind.KNOWN, List.of(), null, null);
    }

    /**
     * {@return that an annotation is added, and ends a lease}
     *
     * @param split the part of the dataset that the task belongs to
     */
    static Decision added(Annotation annotation, Shown shown, String split, @Nullable Lease lease) {
        if (lease != null) {
            lease.submit(annotation.id());
        }
        return new Decision(annotation, Kind.ADDED, annotation.deriveRecords(shown, split),
                lease == null ? shown : null, lease);
    }

    /** {@return that an annotation is edited; what was shown stays what it was} */
    static Decision edited(Annotation annotation, Shown shown, String split) {
        return new Decision(annotation, Kind.EDITED, annotation.deriveRecords(shown, split), null, null);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** {@return the task whose slots are to be counted anew; none where nothing changes} */
    Optional<Long> recounted() {
        return kind == Kind.KNOWN ? Optional.empty() : Optional.of(annotation.taskId());
    }
}
