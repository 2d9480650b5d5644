package org.prefstream.annotation.draft;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/** Keeps what somebody has answered so far, in the transaction of the caller. */
@ApplicationScoped
public class SaveDraft {

    private final Drafts drafts;
    private final Clock clock;

    SaveDraft(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * What a draft is about.
     *
     * @param annotationId the annotation that it would change; null for work on a new one
     */
    public record About(long taskId, long projectId, long author, @Nullable Long annotationId) {
    }

    /** {@return a draft of its own, as Label Studio's clients ask for it} */
    Uni<Draft> add(About about, Unfinished work) {
        return drafts.persistAndFlush(new Draft(about.taskId(), about.projectId(), about.author(), about.annotationId(),
                work, clock.instant()));
    }

    /**
     * Keeps the present state of the same work instead of the one before.
     *
     * @param regions the regions so far
     * @param leadTime seconds of work so far; null where nobody measured it
     * @return the draft's id
     */
    public Uni<Long> replace(About about, List<Object> regions, @Nullable BigDecimal leadTime) {
        Unfinished work = new Unfinished(regions, leadTime, false);
        return drafts.newest(about.taskId(), about.annotationId(), about.author())
                .chain(newest -> newest == null
                        ? add(about, work)
                        : Uni.createFrom().item(newest).invoke(draft -> draft.take(work, clock.instant())))
                .map(Draft::id);
    }
}
