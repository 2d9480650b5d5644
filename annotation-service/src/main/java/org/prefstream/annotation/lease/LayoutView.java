package org.prefstream.annotation.lease;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.LayoutBox;
import org.prefstream.contract.ProjectRecord.Asking;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a project's configuration shows and asks.
 *
 * @param asConfigured whether the page arranges tasks so, and not in its own way
 */
public record LayoutView(@JsonProperty("as_configured") boolean asConfigured, @JsonProperty("root") LayoutBox root) {

    /** {@return the layout; null where it is not known} */
    public static @Nullable LayoutView of(Asking asking) {
        LayoutBox root = asking.layout();
        return root == null ? null : new LayoutView(asking.asConfigured(), root);
    }
}
