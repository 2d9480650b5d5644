package org.prefstream.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.labelstudio.view.ExportedTaskView;

/**
 * What becomes of the same judged tasks in each format of tasks and annotations. The folder {@code golden/judged} has the tasks, each
 * with its case, and the files that Label Studio's own converter makes of them.
 */
class JudgedTasksTest {

    private static final Map<String, String> FILES = Map.of("JSON", "export.json", "JSON_MIN", "export-min.json", "CSV",
            "export.csv", "TSV", "export-tab.csv");
    /** Stands in the files for {@link #LONG}. */
    private static final String LONG_MARK = "<200 kB>";
    private static final String LONG = "abcdefghi ".repeat(20_000);

    static Stream<ExportFormat> formats() {
        return EveryFormat.all().filter(format -> format.card().rows() != RowKind.PREFERENCE);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void areWrittenToTheByteAsLabelStudioDoes(ExportFormat format) throws IOException {
        String name = format.card().name();
        String golden = Golden.text("judged/" + Objects.requireNonNull(FILES.get(name), name));

        String written = GivenRows.tasks(tasks()).as(format);

        assertThat(written).contains(LONG);
        assertThat(written.replace(LONG, LONG_MARK)).isEqualTo(golden);
    }

    @Test
    void areFiveGoodOnesAndFiveBadOnesAtLeast() {
        List<String> cases = tasks().stream().map(task -> String.valueOf(task.meta().get("case"))).toList();

        assertThat(cases).filteredOn(name -> name.startsWith("good: "))
                .hasSizeGreaterThanOrEqualTo(5)
                .contains("good: tie", "good: ranking of 4", "good: system turn", "good: beyond-bmp",
                        "good: long answer");
        assertThat(cases).filteredOn(name -> name.startsWith("bad: ")).hasSizeGreaterThanOrEqualTo(5);
    }

    private static List<ExportedTaskView> tasks() {
        return Golden.read(Golden.text("judged/export.json").replace(LONG_MARK, LONG));
    }
}
