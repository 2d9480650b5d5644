package org.prefstream.export.dataset;

import org.prefstream.kit.database.Signal;

/** A reader's ear for changes, until it is closed. */
public final class Watch implements AutoCloseable {

    private final Signal signal;
    private final Runnable end;

    Watch(Signal signal, Runnable end) {
        this.signal = signal;
        this.end = end;
    }

    /** {@return a wait for the next change, see {@link Signal#begin}} */
    public Signal.Waiting begin() {
        return signal.begin();
    }

    @Override
    public void close() {
        end.run();
    }
}
