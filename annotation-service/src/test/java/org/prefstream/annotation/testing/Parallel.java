package org.prefstream.annotation.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many clients at once. */
public final class Parallel {

    private Parallel() {
    }

    /** {@return what each run of the same work gives, all started at once} */
    public static <T> List<T> times(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        return all(IntStream.range(0, times).<Callable<T>>mapToObj(i -> work).toList());
    }

    /** {@return what each work gives, all started at once} */
    public static <T> List<T> all(List<? extends Callable<T>> works) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(works)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
