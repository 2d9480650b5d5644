package org.prefstream.frontend.door;

import java.util.Set;

/** Names where the door sends a request. */
enum Destination {

    TASK_SERVICE("task service"),
    ANNOTATION_SERVICE("annotation service"),
    EXPORT_SERVICE("export service"),
    /** The door itself responds with the health of the whole system. */
    HEALTH("door"),
    /** The door itself responds with its version. */
    VERSION("door"),
    /** The door itself shows an image of a task. */
    IMAGE("door"),
    /** The door itself responds with the sources that images may come from. */
    IMAGE_SOURCES("door"),
    WEB_UI("web UI"),
    /** The path does not exist for clients. */
    NOT_FOUND("door");

    /** Those that requests are forwarded to. */
    static final Set<Destination> SERVICES = Set.of(TASK_SERVICE, ANNOTATION_SERVICE, EXPORT_SERVICE);

    private final String displayName;

    Destination(String displayName) {
        this.displayName = displayName;
    }

    /** {@return the name for messages to people, such as {@code task service}} */
    String displayName() {
        return displayName;
    }
}
