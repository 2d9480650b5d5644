package org.prefstream.kit.projection;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

/** Says which copies of this service can no longer be kept right, for whoever looks after the service. */
@ApplicationScoped
public class CopyHealth {

    private final Readings readings;

    CopyHealth(Readings readings) {
        this.readings = readings;
    }

    /** {@return whether all copies are kept} */
    public boolean isWell() {
        return readings.refusals().isEmpty();
    }

    /** {@return what is wrong and what must be done, or that all copies are kept} */
    public String words() {
        Map<String, String> refusals = new TreeMap<>(readings.refusals());
        return refusals.isEmpty() ? "all copies are kept" : String.join("; ", refusals.values());
    }
}
