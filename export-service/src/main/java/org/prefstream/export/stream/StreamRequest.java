package org.prefstream.export.stream;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Audience;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Flags;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * What somebody wants to read.
 *
 * @param position the one behind which to begin; empty for what comes from now on
 * @param mine whether only the reader's own rows are wanted
 */
record StreamRequest(long projectId, OptionalLong position, boolean mine) {

    private static final String NOW = "now";
    private static final long BEGINNING = 0;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,3}");
    /** Proxies give up connections that are silent for a minute. */
    private static final int WAIT_MOST_SECONDS = 30;

    /**
     * {@return the request that a query and a header say}
     *
     * @param from a cursor, or {@code now}; null for the beginning
     * @param lastEventId the cursor that browsers send when they connect again, which counts before from; null or empty if there is
     *        none
     * @throws ProblemException a 400 that names what cannot be read, and says what it may be
     */
    static StreamRequest of(long projectId, @Nullable String from, @Nullable String lastEventId,
            @Nullable String mine) {
        return new StreamRequest(projectId, position(from, lastEventId), isYes(mine));
    }

    private static OptionalLong position(@Nullable String from, @Nullable String lastEventId) {
        if (lastEventId != null && !lastEventId.isEmpty()) {
            return cursor("Last-Event-ID", lastEventId, "the id of an event of this stream");
        }
        if (from == null) {
            return OptionalLong.of(BEGINNING);
        }
        return from.equals(NOW)
                ? OptionalLong.empty()
                : cursor("from", from, "the id of an event of this stream, \"now\", or absent for the beginning");
    }

    private static OptionalLong cursor(String field, String cursor, String expected) {
        OptionalLong position = StreamCursor.position(cursor);
        if (position.isEmpty()) {
            throw ProblemException.invalid(field, "must be " + expected + ", not \"" + cursor + "\"");
        }
        return position;
    }

    /**
     * {@return how long somebody waits for the first change}
     *
     * @param wait whole seconds; null to wait for nothing
     * @throws ProblemException a 400 that says which seconds there may be
     */
    static Duration wait(@Nullable String wait) {
        if (wait == null) {
            return Duration.ZERO;
        }
        int seconds = SECONDS.matcher(wait).matches() ? Integer.parseInt(wait) : -1;
        if (seconds < 0 || seconds > WAIT_MOST_SECONDS) {
            throw ProblemException.invalid("wait",
                    "must be whole seconds from 0 to %d, not \"%s\"".formatted(WAIT_MOST_SECONDS, wait));
        }
        return Duration.ofSeconds(seconds);
    }

    private static boolean isYes(@Nullable String mine) {
        return mine != null && !mine.isEmpty() && Flags.of(mine)
                .orElseThrow(() -> ProblemException.invalid("mine", "must be true or false, not \"" + mine + "\""));
    }

    /** {@return whose rows this person gets: annotators see their own ones alone} */
    Audience audience(Person person) {
        return new Audience(projectId, mine || !person.manages() ? person.id() : null);
    }
}
