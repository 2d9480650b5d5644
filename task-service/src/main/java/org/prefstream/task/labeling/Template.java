package org.prefstream.task.labeling;

/**
 * A labeling configuration to start a project from.
 *
 * @param group the heading that it is listed under
 * @param title what it is called
 * @param details what it is for, as a short HTML text of our own
 * @param config the configuration, XML
 */
public record Template(String group, String title, String details, String config) {
}
