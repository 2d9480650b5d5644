package org.prefstream.frontend;

/** Where the door sends a request. */
enum Destination {

    TASK_SERVICE("task service"), ANNOTATION_SERVICE("annotation service"), EXPORT_SERVICE("export service"),
    /** The door's own answer about the whole system's health. */
    HEALTH("door"),
    /** The door's own answer about its version. */
    VERSION("door"), WEB_UI("web UI"),
    /** No such path, as far as the outside is told. */
    NOWHERE("door");

    private final String spokenName;

    Destination(String spokenName) {
        this.spokenName = spokenName;
    }

    /** {@return the name to use in a message to people, such as {@code task service}} */
    String spokenName() {
        return spokenName;
    }
}
