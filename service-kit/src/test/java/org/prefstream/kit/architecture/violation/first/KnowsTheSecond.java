package org.prefstream.kit.architecture.violation.first;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.architecture.violation.second.KnowsTheFirst;

/** Half of a cycle. */
public class KnowsTheSecond {

    public @Nullable KnowsTheFirst other;
}
