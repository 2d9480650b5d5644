package org.prefstream.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void rotatesALargeLogWhileItsWriterHasItOpen() throws Exception {
        ProcessLog log = new ProcessLog(folder.resolve("door.log"));
        try (OutputStream writer = Files.newOutputStream(log.path(), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
            writer.write("before\n".getBytes(StandardCharsets.UTF_8));
            log.rotateIfLargerThan(3);
            writer.write("after\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log.path()).hasContent("after");
        assertThat(folder.resolve("door.log.1")).hasContent("before");
    }

    @Test
    void keepsTheLastThree() throws Exception {
        ProcessLog log = new ProcessLog(folder.resolve("door.log"));
        for (int number = 1; number <= 5; number++) {
            log.append("line " + number);
            log.rotateIfLargerThan(3);
        }

        assertThat(folder.resolve("door.log.1")).hasContent("line 5");
        assertThat(folder.resolve("door.log.3")).hasContent("line 3");
        assertThat(folder.resolve("door.log.4")).doesNotExist();
    }

    @Test
    void leavesASmallLogAlone() throws Exception {
        ProcessLog log = new ProcessLog(folder.resolve("door.log"));
        log.append("a line");

        log.rotateIfLarge();

        assertThat(log.path()).hasContent("a line");
        assertThat(folder.resolve("door.log.1")).doesNotExist();
    }

    @Test
    void givesTheLastLines() throws IOException {
        ProcessLog log = new ProcessLog(folder.resolve("door.log"));
        for (int number = 1; number <= 5_000; number++) {
            log.append("line " + number);
        }

        assertThat(log.tail(2)).containsExactly("line 4999", "line 5000");
        assertThat(new ProcessLog(folder.resolve("none.log")).tail(2)).isEmpty();
    }
}
