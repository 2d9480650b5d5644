package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** Says what the relay of this process is doing, for whoever looks after the service. */
@ApplicationScoped
public class RelayHealth {

    /** What is said of the relay. */
    private enum Activity {
        OFF,
        PUBLISHES,
        WAITS,
        STANDS_BY
    }

    private record State(Activity activity, Instant since, String why) {
    }

    private final OutboxTable outbox;
    private final Clock clock;
    private volatile State state;

    RelayHealth(OutboxTable outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.state = new State(Activity.OFF, clock.instant(), "");
    }

    /** {@return whether what is recorded is published, by this process or by another replica} */
    public boolean isWell() {
        return state.activity != Activity.WAITS;
    }

    /** {@return whether this process publishes now} */
    boolean isPublishing() {
        return state.activity == Activity.PUBLISHES;
    }

    /**
     * {@return what the relay does, and for how long the oldest row has waited, such as {@code waits since 2026-01-01T00:00:00Z:
     * java.net.ConnectException …; the oldest change that waits was recorded 75 s ago}}; asks the database and blocks
     */
    public String words() {
        State now = state;
        return switch (now.activity) {
            case OFF -> "publishing is switched off in this process";
            case STANDS_BY -> "another replica publishes; " + oldest();
            case PUBLISHES -> "publishing; " + oldest();
            case WAITS -> "publishing waits since %s: %s; %s".formatted(now.since.truncatedTo(ChronoUnit.SECONDS),
                    now.why, oldest());
        };
    }

    private String oldest() {
        try {
            return outbox.oldestRecordedAt()
                    .map(recorded -> "the oldest change that waits was recorded %d s ago"
                            .formatted(Math.max(0, Duration.between(recorded, clock.instant()).toSeconds())))
                    .orElse("nothing waits");
        } catch (SQLException e) {
            return "how long changes wait is not known, because the database does not answer";
        }
    }

    void publishes() {
        change(Activity.PUBLISHES, "");
    }

    void standsBy() {
        change(Activity.STANDS_BY, "");
    }

    /** @param why replaces the reason that is there; the time at which the wait began stays */
    void waits(String why) {
        change(Activity.WAITS, why);
    }

    private void change(Activity activity, String why) {
        State before = state;
        Instant since = before.activity == activity ? before.since : clock.instant();
        state = new State(activity, since, why);
    }
}
