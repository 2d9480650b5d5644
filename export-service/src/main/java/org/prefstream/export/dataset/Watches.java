package org.prefstream.export.dataset;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.prefstream.kit.database.Signal;

/**
 * The ears of readers who wait for changes.
 *
 * @param <K> says which changes somebody waits for
 */
final class Watches<K> {

    private final Set<Ear<K>> ears = ConcurrentHashMap.newKeySet();

    private record Ear<K>(K key, Signal signal) {
    }

    /** {@return an ear for the changes of that key} */
    Watch watch(K key) {
        Ear<K> ear = new Ear<>(key, new Signal());
        ears.add(ear);
        return new Watch(ear.signal, () -> ears.remove(ear));
    }

    boolean isEmpty() {
        return ears.isEmpty();
    }

    /** {@return what anybody waits for} */
    Set<K> keys() {
        return ears.stream().map(Ear::key).collect(Collectors.toSet());
    }

    /** Tells those whose key is concerned. */
    void raise(Predicate<K> isConcerned) {
        ears.stream().filter(ear -> isConcerned.test(ear.key)).forEach(ear -> ear.signal.raise());
    }
}
