package org.prefstream.export.stream;

import java.util.HashMap;
import java.util.Map;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** How many streams are open. Nobody waits for a place: a stream may stay for days. */
final class StreamPlaces {

    private final int perPersonMax;
    private final int allMax;
    private final Map<Long, Integer> byPerson = new HashMap<>();
    private int all;

    StreamPlaces(int perPersonMax, int allMax) {
        this.perPersonMax = perPersonMax;
        this.allMax = allMax;
    }

    /**
     * Takes a place, which somebody must give back by {@link #leave}.
     *
     * @throws ProblemException a 429 if the person's own streams are in the way, a 503 if everybody's are
     */
    synchronized void enter(long personId) {
        int own = byPerson.getOrDefault(personId, 0);
        if (own >= perPersonMax) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS,
                    "You have %d streams open, as many as one person may have. Close one, and open this one again."
                            .formatted(own));
        }
        if (all >= allMax) {
            throw new ProblemException(ProblemType.BUSY,
                    "As many streams are open as there may be at a time; try again shortly.");
        }
        byPerson.put(personId, own + 1);
        all++;
    }

    synchronized void leave(long personId) {
        byPerson.computeIfPresent(personId, (person, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
