package org.prefstream.task.generation;

/** Where a run is. */
enum RunState {
    /** Somebody works on it, or will in a moment. */
    RUNNING,
    /** All of its tasks were gone through. Those that could not be answered are put aside. */
    DONE,
    /** Somebody has stopped it. */
    CANCELLED,
    /** It has stopped itself, because no task could be answered any more. */
    STOPPED
}
