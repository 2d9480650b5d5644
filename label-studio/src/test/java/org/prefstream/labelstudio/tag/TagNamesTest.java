package org.prefstream.labelstudio.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What a tag means is written in this module, and nowhere else. */
class TagNamesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().resolveSibling("").normalize();
    private static final Pattern LITERAL = Pattern.compile("(?<!@JsonProperty\\()\"(\\w+)\"");

    /** Tags as they are spelled, and the types of their results. */
    private static final Set<String> NAMES = Stream.of(TagType.values())
            .flatMap(type -> type.isControl() ? Stream.of(type.tag(), type.resultType()) : Stream.of(type.tag()))
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void noOtherModuleWritesTheNameOfATag() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources.stream().flatMap(TagNamesTest::named)).isEmpty();
    }

    @Test
    void aNameWouldBeFound() {
        assertThat(namesIn("if (type.equals(\"textarea\") || tag.equals(\"Ranker\"))")).containsExactly("textarea",
                "Ranker");
        assertThat(namesIn("@JsonProperty(\"choices\") List<String> choices")).isEmpty();
    }

    private static Stream<String> named(Path source) {
        try {
            return namesIn(Files.readString(source)).stream().map(name -> source + ": " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesIn(String source) {
        return LITERAL.matcher(source).results().map(found -> found.group(1)).filter(NAMES::contains).toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT);
                Stream<Path> deployed = Files.list(PROJECT.resolve("deploy"))) {
            return Stream.concat(modules, deployed)
                    .filter(module -> !module.endsWith("label-studio"))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(TagNamesTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
