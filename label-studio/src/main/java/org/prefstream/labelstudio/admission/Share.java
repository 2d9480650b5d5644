package org.prefstream.labelstudio.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/** What one holder has of a line: places, and requests that wait in the order in which they came. */
final class Share {

    private final String holder;
    private final Deque<Admission.Waiting> line = new ArrayDeque<>();
    private int inside;

    Share(String holder) {
        this.holder = holder;
    }

    String holder() {
        return holder;
    }

    int inside() {
        return inside;
    }

    void enter() {
        inside++;
    }

    void leave() {
        inside--;
    }

    Deque<Admission.Waiting> line() {
        return line;
    }

    boolean isIdle() {
        return inside == 0 && line.isEmpty();
    }
}
