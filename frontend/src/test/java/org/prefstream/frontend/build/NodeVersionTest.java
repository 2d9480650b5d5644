package org.prefstream.frontend.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the check of Node's version with a Node that says it is another one. */
class NodeVersionTest {

    private static final String NEEDED = "Node 20.19+, 22.13+ or 24+";
    private static final Path SCRIPT = Path.of("src", "build", "webui.sh").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path programs;

    @ParameterizedTest
    @ValueSource(strings = {"20.19.0", "20.20.2", "22.13.0", "24.0.0", "25.1.0"})
    void takesAVersionOnWhichEveryToolRuns(String version) throws Exception {
        assertThat(require(version)).isEqualTo("0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.20.1", "20.18.3", "21.7.0", "22.12.0", "23.9.0"})
    void namesWhatIsNeededInPlaceOfAnotherVersion(String version) throws Exception {
        assertThat(require(version)).startsWith("1 [web UI] Node v" + version + " does not fit").contains(NEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "docs/running.md", "frontend/README.md"})
    void theDocumentsNameTheSameVersions(String document) throws Exception {
        assertThat(Path.of("..").resolve(document)).content().contains(NEEDED).doesNotContain("Node 20 ", "Node 20.\n");
    }

    /** {@return the status, and what was said} */
    private String require(String version) throws IOException, InterruptedException {
        String node = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> folder + "/node")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .orElseThrow();
        Path pretence = Files.writeString(programs.resolve("pretence.cjs"), """
                const versions = {...process.versions, node: '%s'};
                Object.defineProperties(process, {versions: {value: versions}, version: {value: 'v%<s'}});
                """.formatted(version));
        Path pretender = Files.writeString(programs.resolve("node"),
                "#!/bin/sh\nexec '%s' -r '%s' \"$@\"\n".formatted(node, pretence));
        Files.setPosixFilePermissions(pretender, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder script = new ProcessBuilder("sh", SCRIPT.toString(), "require").redirectErrorStream(true);
        script.environment().merge("PATH", programs + File.pathSeparator, (path, first) -> first + path);
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + said;
    }
}
