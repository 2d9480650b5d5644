package org.prefstream.task.generation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Works on runs. A run belongs to the replica that holds its lease, by the database's clock; one that says nothing any more loses it, and
 * another goes on where it stopped.
 */
@ApplicationScoped
class GenerateAnswers {

    private final RunTable table;
    private final StoreAnswers storeAnswers;
    private final StoreVerdict storeVerdict;
    private final ChatClient chat;
    private final SealedKeys keys;
    private final GenerationConfig config;
    private final UUID worker = UUID.randomUUID();
    private final Map<Long, RunWork> works = new ConcurrentHashMap<>();

    GenerateAnswers(RunTable table, StoreAnswers storeAnswers, StoreVerdict storeVerdict, ChatClient chat,
            SealedKeys keys, GenerationConfig config) {
        this.table = table;
        this.storeAnswers = storeAnswers;
        this.storeVerdict = storeVerdict;
        this.chat = chat;
        this.keys = keys;
        this.config = config;
    }

    /** Ends what is over, keeps what goes on, and takes what nobody works on; on a worker thread. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tend() {
        works.values().forEach(this::tend);
        while (works.size() < config.runsAtOnce()) {
            Optional<HeldRun> run = table.claim(worker, config.lease());
            if (run.isEmpty()) {
                return;
            }
            begin(run.get());
        }
    }

    private void tend(RunWork work) {
        long run = work.run().id();
        if (work.isOver()) {
            works.remove(run);
            close(run, work);
        } else if (table.renew(run, worker, config.lease())) {
            work.held();
        } else {
            work.stop();
        }
    }

    private void close(long run, RunWork work) {
        String why = work.whyStopped();
        if (why != null) {
            table.end(run, worker, RunState.STOPPED, why);
        } else if (work.isThrough()) {
            table.end(run, worker, RunState.DONE, null);
        } else {
            table.release(run, worker);
        }
    }

    private void begin(HeldRun run) {
        try {
            String sealed = run.apiKey();
            String key = sealed == null ? null : keys.open(sealed, run.projectId(), run.settings().address());
            RunWork work = new RunWork(run, questions(run), key, table, chat, config);
            works.put(run.id(), work);
            work.start();
        } catch (NotAnswered why) {
            table.end(run.id(), worker, RunState.STOPPED, why.words());
        } catch (ProblemException refused) {
            table.end(run.id(), worker, RunState.STOPPED, refused.detail());
        }
    }

    private Questions questions(HeldRun run) {
        return switch (run.kind()) {
            case ANSWERS -> new AnswerQuestions(run, storeAnswers);
            case VERDICTS -> new VerdictQuestions(run, storeVerdict);
        };
    }

    /** Drops all work where it is, as a replica does that dies: the database hears nothing of it. */
    void abandon() {
        works.values().forEach(RunWork::stop);
        works.clear();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        works.forEach((run, work) -> {
            work.stop();
            table.release(run, worker);
        });
        works.clear();
    }
}
