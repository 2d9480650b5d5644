package org.prefstream.labelstudio.admission;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the holders of the last seconds. People who label are seldom inside at the same moment, and still each of their requests should
 * find room.
 */
final class RecentHolders {

    private static final long SPAN_NANOS = Duration.ofSeconds(10).toNanos();
    /** More make no difference to anybody's share. */
    private static final int COUNTED_MAX = 16;

    /** When each of them was seen, the longest ago first. */
    private final Map<String, Long> seen = new LinkedHashMap<>();

    /** Notes that a holder has sent something. */
    void saw(String holder, long now) {
        seen.remove(holder);
        seen.put(holder, now);
        if (seen.size() > COUNTED_MAX) {
            forgetFirst();
        }
    }

    /** {@return how many there are, sixteen at most} */
    int count(long now) {
        while (!seen.isEmpty() && now - seen.values().iterator().next() > SPAN_NANOS) {
            forgetFirst();
        }
        return seen.size();
    }

    private void forgetFirst() {
        Iterator<Long> first = seen.values().iterator();
        first.next();
        first.remove();
    }
}
