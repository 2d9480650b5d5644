package org.prefstream.labelstudio.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** Those who ask for places in a test, and its clock. */
final class Guests {

    /** The holders that were admitted, in order. */
    final List<String> admitted = new ArrayList<>();
    private final Admission admission;
    private long now;

    Guests(Limits limits) {
        admission = new Admission(limits, () -> now);
    }

    /** Remembers what it was told. */
    final class Guest implements Visitor {

        private final String holder;
        private Admission.@Nullable Waiting waiting;
        private @Nullable Place place;
        private @Nullable ProblemException refusal;

        private Guest(String holder) {
            this.holder = holder;
        }

        @Override
        public void admitted(Place given) {
            place = given;
            admitted.add(holder);
        }

        @Override
        public void refused(ProblemException why) {
            refusal = why;
        }

        boolean isInside() {
            return place != null;
        }

        boolean isRefused() {
            return refusal != null;
        }

        void giveUp() {
            Objects.requireNonNull(waiting).giveUp();
        }

        void leave() {
            Objects.requireNonNull(place).leave();
        }

        void answered() {
            answered(true);
        }

        void answered(boolean known) {
            Objects.requireNonNull(place).answered(known);
        }

        ProblemType refusal() {
            return Objects.requireNonNull(refusal).type();
        }
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    Guest enter(String holder) {
        Guest guest = new Guest(holder);
        guest.waiting = admission.enter(holder, guest);
        return guest;
    }

    List<Guest> enter(String holder, int times) {
        return Stream.generate(() -> enter(holder)).limit(times).toList();
    }

    /** Answers one request of each of several holders, who think now about their next one. */
    void serve(String holders, int number, boolean known) {
        for (int i = 0; i < number; i++) {
            Guest guest = enter(holders + " " + i);
            guest.answered(known);
            guest.leave();
        }
        admitted.clear();
    }
}
