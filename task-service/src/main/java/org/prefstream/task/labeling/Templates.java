package org.prefstream.task.labeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The labeling configurations that come with Prefstream, as {@code GET /api/templates} lists them. */
public final class Templates {

    private static final List<Template> ALL = List.of(new Template("Generative AI",
            "Human Preference collection for RLHF",
            "<p>Two answers to one prompt, side by side; the annotator picks the better one. Each choice becomes a pair of "
                    + "chosen and rejected answer for a reward model or for preference tuning.</p>"
                    + "<p>Tasks need <code>prompt</code>, <code>answer1</code> and <code>answer2</code>.</p>",
            resource("human-preference.xml")));

    private Templates() {
    }

    /** {@return every template, in the order to list them} */
    public static List<Template> all() {
        return ALL;
    }

    private static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
