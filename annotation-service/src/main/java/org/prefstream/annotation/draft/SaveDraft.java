package org.prefstream.annotation.draft;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Keeps what somebody has answered so far, in the transaction of the caller. */
@ApplicationScoped
public class SaveDraft {

    /** Label Studio's front end keeps one. */
    private static final int OF_TASK_MAX = 20;

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

    /** {@return a draft of its own, as Label Studio's clients ask for it; refused where there are too many} */
    Uni<Draft> add(About about, Unfinished work) {
        return drafts.count("taskId = ?1 and author = ?2", about.taskId(), about.author()).invoke(present -> {
            if (present >= OF_TASK_MAX) {
                throw ProblemException.invalid("result",
                        "You have %d drafts of this task; change or delete one of them.".formatted(present));
            }
        }).chain(() -> drafts.persistAndFlush(draft(about, work)));
    }

    /**
     * Keeps what the page has so far instead of what it had before.
     *
     * @param shownSha256 what the page shows
     * @param regions the regions so far
     * @param leadTime seconds of work so far; null where nobody measured it
     * @return the draft's id
     */
    public Uni<Long> replace(About about, String shownSha256, List<Object> regions, @Nullable BigDecimal leadTime) {
        Unfinished work = new Unfinished(regions, leadTime, false);
        return drafts.ofPage(about.taskId(), about.author())
                .chain(kept -> kept == null
                        ? drafts.persistAndFlush(draft(about, work).ofPage(shownSha256))
                        : Uni.createFrom()
                                .item(kept.ofPage(shownSha256))
                                .invoke(draft -> draft.take(work, clock.instant())))
                .map(Draft::id);
    }

    private Draft draft(About about, Unfinished work) {
        return new Draft(about.taskId(), about.projectId(), about.author(), about.annotationId(), work,
                clock.instant());
    }
}
