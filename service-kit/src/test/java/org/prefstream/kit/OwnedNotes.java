package org.prefstream.kit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/** The owner of notes, which has all that the copy has but for what a test takes from it. */
@ApplicationScoped
public class OwnedNotes implements Republished {

    /** What a test locks (as an advisory lock) while it holds an answer back. */
    public static final long LOCK = 771;

    private static final String ALL_BUT = "(select id from note_copy where id <> all (cast('{%s}' as bigint[])))";
    private static final String BEHIND_THE_LOCK = """
            case when cast(pg_advisory_xact_lock(%d) as text) = '' then 9223372036854775807 else 0 end
            """.formatted(LOCK);

    private final Set<Long> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile String highest = "9223372036854775807";
    private volatile boolean away;

    /** From now on the owner does not have this note. */
    public void lose(long id) {
        lost.add(id);
    }

    /** From now on no question is answered. */
    public void goAway() {
        away = true;
    }

    /** From now on an answer waits for the lock. */
    public void answerBehindTheLock() {
        highest = BEHIND_THE_LOCK;
    }

    /** From now on the owner's database is one that never gave out an id. */
    public void haveAnotherDatabase() {
        highest = "0";
    }

    /** From now on everything is answered again. */
    public void beWell() {
        away = false;
        highest = "9223372036854775807";
    }

    /** {@return how often somebody has asked} */
    public int questions() {
        return questions.get();
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public String table() {
        return ALL_BUT.formatted(lost.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    @Override
    public String bytes() {
        return "0";
    }

    @Override
    public String has() {
        return "true";
    }

    @Override
    public String sequence() {
        return "''";
    }

    @Override
    public String highestGiven() {
        questions.incrementAndGet();
        if (away) {
            throw new ProblemException(ProblemType.INTERNAL_ERROR, "away");
        }
        return highest;
    }

    @Override
    public Uni<List<OutboxEntry>> entries(List<Long> ids) {
        return Uni.createFrom().item(List.of());
    }
}
