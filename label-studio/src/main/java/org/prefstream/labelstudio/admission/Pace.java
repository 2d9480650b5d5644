package org.prefstream.labelstudio.admission;

/**
 * How many places there are. The fastest answer of each quarter of a second decides. If even that one is slow while places are
 * in demand, everybody stands in a queue behind the doors, and places are withdrawn by a quarter. If it is fast, an eighth
 * comes back. A single slow answer, which may wait for something else, changes nothing.
 */
final class Pace {

    private static final long WINDOW_NANOS = 250_000_000;
    private static final int ANSWERS_MIN = 4;

    private final Limits limits;
    private int places;
    private long begun;
    private long fastest = Long.MAX_VALUE;
    private int answers;
    private boolean inDemand;

    Pace(Limits limits, long now) {
        this.limits = limits;
        this.places = limits.most();
        this.begun = now;
    }

    int places() {
        return places;
    }

    /** Notes how many are inside, or that somebody had to wait. */
    void demand(int inside) {
        inDemand |= inside * 2 >= places;
    }

    void answered(long tookNanos, long now) {
        fastest = Math.min(fastest, tookNanos);
        answers++;
        if (now - begun >= WINDOW_NANOS && answers >= ANSWERS_MIN) {
            if (inDemand) {
                places = fastest > limits.target().toNanos()
                        ? Math.max(limits.least(), places * 3 / 4)
                        : Math.min(limits.most(), places + Math.max(1, places / 8));
            }
            begun = now;
            fastest = Long.MAX_VALUE;
            answers = 0;
            inDemand = false;
        }
    }
}
