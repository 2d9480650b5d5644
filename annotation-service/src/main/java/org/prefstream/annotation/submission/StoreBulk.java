package org.prefstream.annotation.submission;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.BulkWrites;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Failures;
import org.prefstream.kit.web.FieldsList;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/**
 * Stores the submits of bulk requests, each as a judgement of its own. A request that was let in is stored to its end, also if
 * its client hangs up.
 */
@ApplicationScoped
class StoreBulk {

    /** Together they never fill the line in which they wait, see {@link BulkRun}. */
    private static final int REQUESTS_MAX = 3;
    /** A key gets the place of the submit behind it, and has 255 characters at most then. */
    private static final int LONGEST_KEY = 250;

    private final StoreJudgements storeJudgements;
    private final Arrived arrived;
    private final BulkWrites bulkWrites;
    private final AtomicInteger running = new AtomicInteger();

    StoreBulk(StoreJudgements storeJudgements, Arrived arrived, BulkWrites bulkWrites) {
        this.storeJudgements = storeJudgements;
        this.arrived = arrived;
        this.bulkWrites = bulkWrites;
    }

    /** The answer to one submit: its status, and the annotation or the problem. */
    record ItemAnswer(String json) {

        static ItemAnswer of(Answer answer) {
            return new ItemAnswer("{\"status\":%d,\"annotation\":%s}".formatted(answer.status(), answer.body()));
        }

        static ItemAnswer of(Throwable failure) {
            ProblemException problem = Failures.problem(failure, BulkResource.PATH);
            return new ItemAnswer("{\"status\":%d,\"error\":%s}".formatted(problem.status(),
                    ErrorBody.problem(BulkResource.PATH, problem).json()));
        }
    }

    /**
     * {@return the answers to all submits, in their order}
     *
     * @param key makes each submit count once, however often the request is sent; null where none was sent
     * @throws ProblemException 503 while as many bulk requests as may be at a time are being stored
     */
    Uni<List<ItemAnswer>> store(FieldsList request, Person person, @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.invalid("Idempotency-Key",
                    "must have 1 to " + LONGEST_KEY + " characters in a bulk request");
        }
        if (running.incrementAndGet() > REQUESTS_MAX) {
            running.decrementAndGet();
            throw new ProblemException(ProblemType.OVERLOADED,
                    "%d bulk requests are being stored already. Send this one again in a moment."
                            .formatted(REQUESTS_MAX));
        }
        Uni<List<ItemAnswer>> run = bulkWrites
                .during(new BulkRun(storeJudgements, arrived, person, key).answers(request.items()))
                .onTermination()
                .invoke(running::decrementAndGet);
        return Uni.createFrom().emitter(client -> run.subscribe().with(client::complete, client::fail));
    }
}
