package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples of {@code docs/training.md}, as they stand there, and those of {@code README.md}. */
public final class Example {

    private static final Path ROOT = Path.of(System.getProperty("prefstream.root", "."));
    private static final Path EXAMPLES = ROOT.resolve("docs/training.md");
    private static final int LINES_MAX = 15;

    private Example() {
    }

    /** {@return the code under a heading; a test fails where there is none, and where it is too long for a reader} */
    public static String under(String heading) {
        return under(heading, EXAMPLES);
    }

    /** {@return the same of the page that people read first} */
    public static String inReadme(String heading) {
        return under(heading, ROOT.resolve("README.md"));
    }

    private static String under(String heading, Path page) {
        Pattern block = Pattern.compile("## " + Pattern.quote(heading) + "\n.*?```python\n(.*?)```", Pattern.DOTALL);
        String code = block.matcher(text(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example under \"" + heading + '"'));
        if (code.lines().count() > LINES_MAX) {
            throw new AssertionError("more than " + LINES_MAX + " lines under \"" + heading + '"');
        }
        return code;
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
