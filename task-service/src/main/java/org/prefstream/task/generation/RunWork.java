package org.prefstream.task.generation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.generation.NotAnswered.Remedy;
import org.prefstream.task.generation.Questions.Given;
import org.prefstream.task.generation.Questions.Part;

/**
 * The work on one run, while this replica holds it: as many threads as requests may be under way, each with one task at a time. It can be
 * stopped anywhere. Answers that are stored are not asked for again, and a task changes only once it has all of them.
 */
final class RunWork {

    private static final Logger LOG = Logger.getLogger(RunWork.class);
    /** So many tasks after one another are no longer the tasks' fault. */
    private static final int FAILURES_IN_A_ROW = 10;

    private final HeldRun run;
    private final @Nullable String key;
    private final RunTable table;
    private final Questions questions;
    private final ChatClient chat;
    private final GenerationConfig config;
    private final Pace pace;
    private final Deque<Long> tasks = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private long after;
    private volatile boolean stopped;
    private volatile long heldUntil;
    private volatile @Nullable String whyStopped;
    private final AtomicInteger through = new AtomicInteger();

    /** @param key the server's key; null where it needs none */
    RunWork(HeldRun run, Questions questions, @Nullable String key, RunTable table, ChatClient chat,
            GenerationConfig config) {
        this.run = run;
        this.key = key;
        this.table = table;
        this.questions = questions;
        this.chat = chat;
        this.config = config;
        this.pace = new Pace(run.settings().requestsPerMinute(), config.backoff(), config.backoffMax());
        held();
    }

    /** Begins, on threads of its own. */
    void start() {
        for (int i = 0; i < run.settings().concurrency(); i++) {
            Thread thread = new Thread(this::work, "generation-" + run.id() + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Notes that the run is held for another while. */
    void held() {
        heldUntil = System.nanoTime() + config.lease().toNanos();
    }

    /** Stops at once, in the middle of requests. */
    void stop() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    boolean isOver() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    /** {@return whether there is no task left; otherwise somebody is to go on with it} */
    boolean isThrough() {
        return through.get() == threads.size();
    }

    /** {@return why no task can be answered, in words; null if all were gone through} */
    @Nullable
    String whyStopped() {
        return whyStopped;
    }

    HeldRun run() {
        return run;
    }

    private void work() {
        try {
            for (Optional<Long> task = next(); task.isPresent(); task = next()) {
                one(task.get());
            }
            if (!stopped) {
                through.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warnf(e, "the work on run %d broke off; it goes on in a moment", run.id());
            }
            stop();
        }
    }

    private synchronized Optional<Long> next() {
        if (stopped) {
            return Optional.empty();
        }
        if (tasks.isEmpty()) {
            tasks.addAll(table.next(run, after));
            after = tasks.isEmpty() ? after : tasks.getLast();
        }
        return Optional.ofNullable(tasks.poll());
    }

    private void one(long task) throws InterruptedException {
        try {
            Optional<Map<String, Object>> data = table.data(run, task);
            if (data.isPresent()) {
                answer(task, data.get());
                failuresInARow.set(0);
            }
        } catch (NotAnswered failure) {
            if (failure.remedy() == Remedy.CHANGE) {
                end(failure.words());
            } else {
                putAside(task, failure.words());
            }
        } catch (ProblemException refused) {
            putAside(task, refused.detail());
        }
    }

    private void answer(long task, Map<String, Object> data) throws NotAnswered, InterruptedException {
        Map<Integer, Given> given = table.answers(run.id(), task);
        for (Part part : questions.parts(data)) {
            if (!given.containsKey(part.index())) {
                given.put(part.index(), asked(task, part));
            }
        }
        String flaw = questions.finish(run, task, given);
        if (flaw != null) {
            throw NotAnswered.forThisTask(flaw);
        }
    }

    private Given asked(long task, Part part) throws NotAnswered, InterruptedException {
        Source source = run.settings().source(part.index());
        long seed = run.settings().seed(task, part.index());
        ChatClient.Question question = new ChatClient.Question(run.settings().address(), key, source, part.messages(),
                seed);
        for (int attempt = 1;; attempt++) {
            pace.turn();
            requireHeld();
            long began = System.nanoTime();
            try {
                ChatAnswer answer = chat.ask(question);
                take(new GivenAnswer(task, part, source, run.settings().baseUrl(), seed, answer,
                        Duration.ofNanos(System.nanoTime() - began).toMillis()));
                return new Given(answer.text(), source.model());
            } catch (NotAnswered failure) {
                rest(attempt, failure);
            }
        }
    }

    private void take(GivenAnswer given) throws NotAnswered {
        try {
            questions.require(given.answer());
        } catch (NotAnswered useless) {
            table.spend(run.id(), given, useless.remedy() == Remedy.OTHER_TASK);
            throw useless;
        }
        table.store(run.id(), given);
    }

    private void rest(int attempt, NotAnswered failure) throws NotAnswered, InterruptedException {
        if (failure.remedy() != Remedy.RETRY) {
            throw failure;
        }
        if (attempt >= config.attempts()) {
            throw NotAnswered.forThisTask(failure.words() + " It was asked " + attempt + " times.");
        }
        pace.rest(attempt, failure.retryAfter());
    }

    /** A replica that slept for too long asks nothing: another one may be at work. */
    private void requireHeld() throws InterruptedException {
        if (stopped || heldUntil - System.nanoTime() < 0) {
            throw new InterruptedException();
        }
    }

    private void putAside(long task, String words) {
        table.putAside(run.id(), task, words);
        if (failuresInARow.incrementAndGet() >= Math.max(FAILURES_IN_A_ROW, 2 * run.settings().concurrency())) {
            end(failuresInARow.get() + " tasks in a row could not be answered. The last one: " + words);
        }
    }

    private synchronized void end(String words) {
        if (whyStopped == null && !stopped) {
            whyStopped = words;
        }
        stop();
    }
}
