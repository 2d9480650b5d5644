package org.prefstream.kit.architecture.violation.second;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.architecture.violation.first.KnowsTheSecond;

/** The other half of a cycle. */
public class KnowsTheFirst {

    public @Nullable KnowsTheSecond other;
}
