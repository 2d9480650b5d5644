package org.prefstream.labelstudio.admission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * Lets requests in up to a number of places, so that those inside are answered in time. The others wait for a place in a line of
 * limited length, or are refused at once. A holder, which is whoever a request counts for, has at most half of the places and
 * half of the line. While others are about that are known, it has an equal share of the places, but eight at least. Nobody is
 * thrown out for that: who has more keeps it, and gets nothing new. Places that become free go to the holders that wait by turns,
 * so nobody's many requests stand before another one's first.
 *
 * <p>It knows no clock and no timer but those that its user brings. So a share that grows because others have gone is seen when
 * the next request comes, is answered, leaves or gives up.
 */
public final class Admission {

    /** What a page or a careful program has under way at a time; eight of one sender are stored at half of the best pace. */
    private static final int LEAST = 8;

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private final RecentHolders recent = new RecentHolders();
    private final Map<String, Share> shares = new HashMap<>();
    /** Holders that wait; the next free place goes to the first one that may have more. */
    private final Deque<Share> turns = new ArrayDeque<>();
    private int inside;
    private int waiting;

    public Admission(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.pace = new Pace(limits, nanoTime.getAsLong());
    }

    /** A request that may still wait. */
    public final class Waiting {

        private final Share share;
        private final Visitor visitor;

        private Waiting(Share share, Visitor visitor) {
            this.share = share;
            this.visitor = visitor;
        }

        /** Ends the wait with a refusal; nothing happens where the decision has fallen. */
        public void giveUp() {
            tell(leaveLine(this));
        }
    }

    private final class Taken implements Place {

        private final Share share;
        private final long since = nanoTime.getAsLong();
        private boolean answered;
        private boolean left;

        private Taken(Share share) {
            this.share = share;
        }

        @Override
        public void answered(boolean known) {
            tell(onAnswer(this, known));
        }

        @Override
        public void leave() {
            tell(onLeave(this));
        }
    }

    /**
     * Asks for a place.
     *
     * @param holder whom the request counts for
     * @return the request, which may give up; the visitor may have been told already
     */
    public Waiting enter(String holder, Visitor visitor) {
        Waiting arrived;
        List<Runnable> decisions;
        synchronized (this) {
            decisions = next();
            arrived = new Waiting(shares.computeIfAbsent(holder, Share::new), visitor);
            decisions.add(arrive(arrived));
        }
        tell(decisions);
        return arrived;
    }

    private Runnable arrive(Waiting arrived) {
        if (mayEnter(arrived.share)) {
            return admit(arrived);
        }
        pace.demand(pace.places());
        boolean ownLineIsFull = arrived.share.line().size() * 2 >= limits.waitingMax();
        if (ownLineIsFull || waiting >= limits.waitingMax()) {
            ProblemException refusal = refusal(arrived.share);
            forgetIfIdle(arrived.share);
            return () -> arrived.visitor.refused(refusal);
        }
        if (arrived.share.line().isEmpty()) {
            turns.add(arrived.share);
        }
        arrived.share.line().add(arrived);
        waiting++;
        return () -> {
        };
    }

    private boolean mayEnter(Share share) {
        return inside < pace.places() && share.inside() < most(share);
    }

    /**
     * {@return how many places a holder may have} Where nobody may wait, an equal share would refuse what there are places for.
     */
    private int most(Share share) {
        int half = Math.max(1, pace.places() / 2);
        if (limits.waitingMax() == 0) {
            return half;
        }
        int equal = pace.places() / recent.countWith(share.holder(), nanoTime.getAsLong());
        return Math.min(half, Math.max(LEAST, equal));
    }

    private Runnable admit(Waiting one) {
        inside++;
        one.share.enter();
        pace.demand(inside);
        Place place = new Taken(one.share);
        return () -> one.visitor.admitted(place);
    }

    private synchronized List<Runnable> leaveLine(Waiting one) {
        List<Runnable> decisions = next();
        if (!one.share.line().remove(one)) {
            return decisions;
        }
        waiting--;
        ProblemException refusal = refusal(one.share);
        if (one.share.line().isEmpty()) {
            turns.remove(one.share);
        }
        forgetIfIdle(one.share);
        decisions.add(() -> one.visitor.refused(refusal));
        return decisions;
    }

    private synchronized List<Runnable> onAnswer(Taken place, boolean known) {
        if (!place.answered && !place.left) {
            long now = nanoTime.getAsLong();
            pace.answered(now - place.since, now);
            if (known) {
                recent.answered(place.share.holder(), now);
            }
        }
        place.answered = true;
        return next();
    }

    private synchronized List<Runnable> onLeave(Taken place) {
        if (place.left) {
            return List.of();
        }
        place.left = true;
        inside--;
        place.share.leave();
        forgetIfIdle(place.share);
        return next();
    }

    private List<Runnable> next() {
        List<Runnable> admitted = new ArrayList<>();
        for (int passed = 0; passed < turns.size() && inside < pace.places();) {
            Share share = turns.remove();
            if (mayEnter(share)) {
                admitted.add(admit(share.line().remove()));
                waiting--;
                passed = 0;
            } else {
                passed++;
            }
            if (!share.line().isEmpty()) {
                turns.add(share);
            }
        }
        return admitted;
    }

    private void forgetIfIdle(Share share) {
        if (share.isIdle()) {
            shares.remove(share.holder(), share);
        }
    }

    private ProblemException refusal(Share share) {
        boolean ownFault = share.inside() >= most(share)
                || (share.inside() > 0 && share.line().size() * 2 >= limits.waitingMax() && limits.waitingMax() > 0);
        return ownFault
                ? new ProblemException(ProblemType.TOO_MANY_REQUESTS,
                        "As many requests of yours are being answered as one sender may have at a time. Send fewer at once, and this one again in a moment.")
                : new ProblemException(ProblemType.OVERLOADED,
                        "More requests have come than can be answered in time. Nothing was done; send this request again in a moment.");
    }

    /** Visitors are told without the lock, since they may ask for another place. */
    private static void tell(List<Runnable> decisions) {
        decisions.forEach(Runnable::run);
    }
}
