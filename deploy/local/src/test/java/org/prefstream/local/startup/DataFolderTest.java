package org.prefstream.local.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.local.process.FolderLock;

class DataFolderTest {

    @TempDir
    Path parent = Path.of("");

    @Test
    void isClosedToEverybodyElse() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));

        try (FolderLock held = folder.open()) {
            assertThat(held).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void makesASecretOnceAndKeepsIt() throws Exception {
        DataFolder folder = new DataFolder(parent);

        String first = folder.secret("token-secret");

        assertThat(first).matches("[0-9a-f]{64}").isNotEqualTo(folder.secret("internal-secret"));
        assertThat(new DataFolder(parent).secret("token-secret")).isEqualTo(first);
    }

    @Test
    void topicsOfANewFolderHaveOnePartitionForEver() throws Exception {
        assertThat(new DataFolder(parent).topicPartitions()).isEqualTo("1");

        Files.createDirectory(new DataFolder(parent).kafka());

        assertThat(new DataFolder(parent).topicPartitions()).isEqualTo("1");
    }

    @Test
    void topicsOfAnOldFolderKeepTheirThreePartitions() throws Exception {
        Files.createDirectory(new DataFolder(parent).kafka());

        assertThat(new DataFolder(parent).topicPartitions()).isEqualTo("3");
        assertThat(new DataFolder(parent).topicPartitions()).isEqualTo("3");
    }

    @Test
    void refusesADiskThatIsFull() {
        assertThatThrownBy(() -> new DataFolder(parent).requireSpace(Long.MAX_VALUE)).isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The disk of " + parent + " is full: ");
    }
}
