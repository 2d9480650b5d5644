package org.prefstream.labelstudio.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What a tag means is written in this module, and nowhere else: neither in Java nor in the web page. */
class TagNamesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().resolveSibling("").normalize();

    /** A whole literal, or a tag as it stands in a configuration; what follows a name is a type's parameter. */
    private static final Pattern NAME = Pattern
            .compile("(?<!@JsonProperty\\()([\"'`])(?<literal>\\w+)\\1|(?<!\\w)</?(?<tag>\\w+)");

    /** Where a configuration is written out, or words that people read are also names of tags, and why. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("WriteProject.java", "the configuration of a project that has none"),
            Map.entry("first-project.ts", "an example for people to copy"),
            Map.entry("texts.ts", "the words of the page"), Map.entry("later-texts.ts", "the words of the page"),
            Map.entry("owner-texts.ts", "the words of the page"),
            Map.entry("TaskQuery.java", "the type that a filter of Label Studio's states"),
            Map.entry("ListedColumns.java", "the types that Label Studio's columns state"),
            Map.entry("invite-link.ts", "a field of HTML"), Map.entry("export-selection.ts", "a field of HTML"),
            Map.entry("task-filters.ts", "the types that filters of Label Studio's state"),
            Map.entry("shown-tasks.ts", "a type of JavaScript"), Map.entry("config-draft.ts", "a type of JavaScript"),
            Map.entry("schedule-form.ts", "a field of HTML, and a type of JavaScript"),
            Map.entry("config-reason.ts", "the control that it writes for people"));

    /** Tags as they are spelled. HTML has elements of its own, such as textarea. */
    private static final Set<String> TAGS = Stream.of(TagType.values())
            .map(TagType::tag)
            .collect(Collectors.toUnmodifiableSet());

    /** Tags as they are spelled, and the types of their results. */
    private static final Set<String> NAMES = Stream.of(TagType.values())
            .flatMap(type -> type.isControl() ? Stream.of(type.tag(), type.resultType()) : Stream.of(type.tag()))
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void noOtherModuleWritesTheNameOfATag() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).hasSizeGreaterThan(100)
                .extracting(source -> source.getFileName().toString())
                .contains("main.ts")
                .containsAll(ALLOWED.keySet());
        assertThat(sources.stream()
                .filter(source -> !ALLOWED.containsKey(source.getFileName().toString()))
                .flatMap(TagNamesTest::named)).isEmpty();
    }

    @Test
    void aNameWouldBeFound() {
        assertThat(namesIn("if (type.equals(\"textarea\") || tag.equals(\"Ranker\"))")).containsExactly("textarea",
                "Ranker");
        assertThat(namesIn("case 'pairwise': return `Rating`;")).containsExactly("pairwise", "Rating");
        assertThat(namesIn("'<View><Text name=\"a\"/></View>'")).containsExactly("View", "Text", "View");
        assertThat(namesIn("html`<textarea></textarea>`; '<TextArea name=\"a\"/>'")).containsExactly("TextArea");
        assertThat(namesIn("@JsonProperty(\"choices\") List<String> choices; Map<Label, Text> map")).isEmpty();
    }

    private static Stream<String> named(Path source) {
        try {
            return namesIn(Files.readString(source)).stream().map(name -> source + ": " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesIn(String source) {
        List<String> names = new ArrayList<>();
        Matcher found = NAME.matcher(source);
        while (found.find()) {
            String tag = found.group("tag");
            String name = tag == null ? found.group("literal") : tag;
            if ((tag == null ? NAMES : TAGS).contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT);
                Stream<Path> deployed = Files.list(PROJECT.resolve("deploy"))) {
            return Stream.concat(modules, deployed)
                    .filter(module -> !module.endsWith("label-studio"))
                    .flatMap(module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/main/webui/src")))
                    .filter(Files::isDirectory)
                    .flatMap(TagNamesTest::sourceFiles)
                    .toList();
        }
    }

    private static Stream<Path> sourceFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".ts"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
