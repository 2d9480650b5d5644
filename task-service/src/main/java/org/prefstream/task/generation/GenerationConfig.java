package org.prefstream.task.generation;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How models are asked. */
@ConfigMapping(prefix = "prefstream.generation")
interface GenerationConfig {

    /** How long one answer may take, from the connection to its last byte. */
    @WithDefault("5m")
    Duration timeout();

    /** The longest body of an answer. */
    @WithDefault("4M")
    MemorySize bytesMax();

    /** How often one answer is asked for before its task is put aside. */
    @WithDefault("6")
    @Min(1)
    @Max(50)
    int attempts();

    /** How long is waited after the first failure; each further one doubles it. */
    @WithDefault("1s")
    Duration backoff();

    /** The longest wait between two attempts, if the server asks for no longer one. */
    @WithDefault("1m")
    Duration backoffMax();

    /** For how long a run stays with a replica that says nothing any more. */
    @WithDefault("15s")
    Duration lease();

    /** How many runs a replica works on at a time. */
    @WithDefault("4")
    @Min(1)
    @Max(50)
    int runsAtOnce();
}
