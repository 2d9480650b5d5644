package org.prefstream.task.labeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The labeling configurations that come with Prefstream, as {@code GET /api/templates} lists them. */
public final class Templates {

    private static final String PREFERENCES = "Generative AI";
    private static final String WRITING = "Writing";
    private static final String REVIEWS = "Reviews";
    private static final Map<String, Object> USUAL = Map.of();

    private static final List<Template> ALL = List.of(new Template(PREFERENCES, "Human Preference collection for RLHF",
            "<p>Two answers to one prompt, side by side; the annotator picks the better one. Each choice becomes a pair of "
                    + "chosen and rejected answer for a reward model or for preference tuning.</p>"
                    + "<p>Tasks need <code>prompt</code>, <code>answer1</code> and <code>answer2</code>.</p>",
            resource("human-preference"), USUAL),
            new Template(PREFERENCES, "Preference with strength and reason",
                    "<p>Two answers on a scale of seven steps, with ties in the middle. The strength becomes the margin of a row. "
                            + "Annotators may say why.</p>",
                    resource("preference-with-strength"), Map.of("ask_strength", true)),
            new Template(PREFERENCES, "Ranking of several answers",
                    "<p>Any number of answers, put in order by keys or by drag. Each pair that the order decides becomes a row.</p>",
                    resource("ranking"), USUAL),
            new Template(PREFERENCES, "Best of several, with a reason",
                    "<p>The best of several answers goes to the top, and the annotator says why.</p>",
                    resource("best-of-n"), USUAL),
            new Template(PREFERENCES, "Preference in a conversation",
                    "<p>A conversation with two replies to its last message. Rows hold messages with their roles.</p>",
                    resource("chat-preference"), USUAL),
            new Template(PREFERENCES, "Preference with criteria",
                    "<p>Two answers, rated by criteria of their own before one of them is chosen.</p>",
                    resource("criteria"), USUAL),
            new Template(WRITING, "Write the answer to a prompt",
                    "<p>Annotators write the answer that a model should learn to give, for supervised fine-tuning.</p>",
                    resource("response-writing"), USUAL),
            new Template(WRITING, "Compare two translations",
                    "<p>A source text with two translations, and what is wrong with the worse one.</p>",
                    resource("translation"), USUAL),
            new Template(WRITING, "Compare two summaries",
                    "<p>A document with two summaries, and which of them says what the document does not.</p>",
                    resource("summary"), USUAL),
            new Template(REVIEWS, "Safety review",
                    "<p>One answer: safe or not, and if not, what kind of harm and how severe.</p>",
                    resource("safety-review"), USUAL),
            new Template(REVIEWS, "Factuality, with sources",
                    "<p>One answer beside its sources: what these support, and what they do not.</p>",
                    resource("factuality"), USUAL),
            new Template(REVIEWS, "Code review of two patches",
                    "<p>Two patches for one task, with the reasons that decided and a comment.</p>",
                    resource("code-review"), USUAL));

    private Templates() {
    }

    /** {@return every template, in the order to list them} */
    public static List<Template> all() {
        return ALL;
    }

    private static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name + ".xml")) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
