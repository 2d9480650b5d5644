package org.prefstream.task.labeling;

import java.util.Map;

import org.prefstream.labelstudio.config.ExampleData;

/**
 * A labeling configuration to start a project from.
 *
 * @param group the heading that it is listed under
 * @param title what it is called
 * @param details what it is for, as a short HTML text of our own
 * @param config the configuration, XML, with an example task in a comment
 * @param settings what a project of it is set to, by names of the API
 */
public record Template(String group, String title, String details, String config, Map<String, Object> settings) {

    public Template {
        settings = Map.copyOf(settings);
    }

    /** {@return the data of the example task} */
    public Map<String, Object> example() {
        return ExampleData.in(config).orElseThrow(() -> new IllegalStateException(title + " has no example"));
    }
}
