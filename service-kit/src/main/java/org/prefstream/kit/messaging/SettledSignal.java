package org.prefstream.kit.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Signal;

/** Says in this process that the relay has sent rows and settled them. */
@ApplicationScoped
public class SettledSignal {

    private final Signal signal = new Signal();

    /** {@return what is raised after each batch that the relay has settled} */
    public Signal signal() {
        return signal;
    }
}
