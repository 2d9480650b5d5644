package org.prefstream.e2e.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Several clients at once. */
public final class Parallel {

    private Parallel() {
    }

    /** Does something for each of them, all at once; returns when all are done and fails if one failed. */
    public static <T> void all(List<T> clients, Consumer<T> work) {
        results(clients.stream().<Callable<Boolean>>map(client -> () -> {
            work.accept(client);
            return true;
        }).toList());
    }

    /** Does the same thing so many times at once and returns all results. */
    public static <T> List<T> times(int count, Callable<T> work) {
        return results(IntStream.range(0, count).mapToObj(number -> work).toList());
    }

    private static <T> List<T> results(List<Callable<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            return threads.invokeAll(work).stream().map(Parallel::result).toList();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
