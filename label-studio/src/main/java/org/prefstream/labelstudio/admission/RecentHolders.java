package org.prefstream.labelstudio.admission;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the known holders that were answered in the last seconds. People who label are seldom inside at the same moment, and
 * still each of their requests should find room.
 */
final class RecentHolders {

    private static final long SPAN_NANOS = Duration.ofSeconds(10).toNanos();
    /** More would make no difference to anybody's share. */
    private static final int COUNTED_MAX = 16;

    /** When each of them was answered, the longest ago first. */
    private final Map<String, Long> answered = new LinkedHashMap<>();

    /** Notes that a holder was answered as one that is known. */
    void answered(String holder, long now) {
        answered.remove(holder);
        answered.put(holder, now);
        if (answered.size() > COUNTED_MAX) {
            forgetFirst();
        }
    }

    /** {@return how many there are with this one, whether it is known or not} */
    int countWith(String holder, long now) {
        while (!answered.isEmpty() && now - answered.values().iterator().next() > SPAN_NANOS) {
            forgetFirst();
        }
        return answered.containsKey(holder) ? answered.size() : answered.size() + 1;
    }

    private void forgetFirst() {
        Iterator<Long> first = answered.values().iterator();
        first.next();
        first.remove();
    }
}
