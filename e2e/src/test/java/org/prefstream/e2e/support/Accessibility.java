package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

/**
 * Finds what keeps people from using a page who cannot see it, or who use no mouse: runs axe-core's rules for WCAG 2.1 A
 * and AA and its best practices in the page, shadow roots included.
 */
public final class Accessibility {

    /** Where the build of the web page installed it. */
    private static final Path SCRIPT = Path.of("frontend/src/main/webui/node_modules/axe-core/axe.min.js");

    /** Names and labels that differ are WCAG 2.1 A too, but axe-core runs that rule only when it is asked to. */
    private static final String RUN = """
            async () => JSON.stringify(await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
              rules: {'label-content-name-mismatch': {enabled: true}},
            }))""";

    private Accessibility() {
    }

    /** {@return what violates a rule on the page as it is shown now; nothing if all is well} */
    public static List<Violation> violations(Page page) {
        page.evaluate(script());
        JsonNode results = Json.read((String) page.evaluate(RUN));
        if (results.path("passes").isEmpty()) {
            throw new AssertionError("axe-core found nothing to check on " + page.url());
        }
        return stream(results.path("violations"))
                .flatMap(rule -> stream(rule.path("nodes")).map(node -> Violation.of(rule, node)))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String script() {
        Path file = Folders.root().resolve(SCRIPT);
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException("axe-core is missing: build the module frontend, which installs " + file,
                    missing);
        }
    }

    /** One element that violates one rule, where it is, and what would be right. */
    public record Violation(String rule, String target, String help, String what) {

        private static Violation of(JsonNode rule, JsonNode node) {
            return new Violation(rule.path("id").asText(), node.path("target").toString(),
                    rule.path("help").asText() + ", see " + rule.path("helpUrl").asText(),
                    node.path("failureSummary").asText());
        }

        @Override
        public String toString() {
            return "%n%s at %s: %s%n  %s".formatted(rule, target, help, what.replace("\n", "\n  "));
        }
    }
}
