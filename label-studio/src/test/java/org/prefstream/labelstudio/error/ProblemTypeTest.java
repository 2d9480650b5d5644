package org.prefstream.labelstudio.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| (\\d+) \\| ([^|]+) \\| [^|]+ \\|$",
            Pattern.MULTILINE);

    @Test
    void theDocumentListsEveryTypeAndNoOther() throws IOException {
        List<String> documented = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        assertThat(documented).containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                .map(type -> type.slug() + " " + type.status() + " " + type.title())
                .toList());
    }

    @Test
    void aTypeIsNamedByAUri() {
        assertThat(ProblemType.LEASE_LOST.uri()).isEqualTo("https://prefstream.org/problems/lease-lost");
    }
}
