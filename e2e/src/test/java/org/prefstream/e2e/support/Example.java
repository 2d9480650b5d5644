package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples of {@code docs/training.md}, as they stand there. */
public final class Example {

    private static final Path EXAMPLES = Path.of(System.getProperty("prefstream.root", "."))
            .resolve("docs/training.md");
    private static final int LINES_MAX = 15;

    private Example() {
    }

    /** {@return the code under a heading; a test fails where there is none, and where it is too long for a reader} */
    public static String under(String heading) {
        Pattern block = Pattern.compile("## " + Pattern.quote(heading) + "\n.*?```python\n(.*?)```", Pattern.DOTALL);
        String code = block.matcher(text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example under \"" + heading + '"'));
        if (code.lines().count() > LINES_MAX) {
            throw new AssertionError("more than " + LINES_MAX + " lines under \"" + heading + '"');
        }
        return code;
    }

    private static String text() {
        try {
            return Files.readString(EXAMPLES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
