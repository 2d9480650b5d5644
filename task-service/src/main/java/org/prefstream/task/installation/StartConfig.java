package org.prefstream.task.installation;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the very first start makes. Changing it later changes nothing. */
@ConfigMapping(prefix = "prefstream.owner")
interface StartConfig {

    /** The owner's email address. */
    @WithDefault("owner@localhost")
    String email();

    /** File with the owner's password. Without it a random one is made and printed to the log once. */
    Optional<Path> passwordFile();
}
