package org.prefstream.task.imports;

/** The project's configuration is no longer the one that an import was checked against. Nothing of it is stored. */
final class ConfigurationChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
