package org.prefstream.kit.messaging;

import java.util.List;

/** Says that topics are not as they must be, so that nothing may be published to them. Somebody must act. */
public final class TopicMismatch extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param faults which topic, what of it, how it is, and how it must be */
    TopicMismatch(List<String> faults) {
        super(String.join("; ", faults) + ". Nothing is published until this is mended");
    }
}
