package org.prefstream.task.people;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people prove who they are. */
@ConfigMapping(prefix = "prefstream.people")
interface PeopleConfig {

    /**
     * File with the secret that API tokens are derived from, at least 32 characters, the same for every replica and start.
     * Without it tokens would change with every start, so production refuses to begin.
     */
    Optional<Path> tokenSecretFile();

    /** How long a browser stays logged in. */
    @WithDefault("14d")
    Duration sessionLifetime();

    /** How many browsers one person may be logged in with; the oldest log-in ends when there are more. */
    @WithDefault("20")
    int sessionsPerPerson();

    /** How hard passwords are to guess from their hashes: bcrypt runs 2 to the power of this many rounds. */
    @WithDefault("11")
    int passwordCost();
}
