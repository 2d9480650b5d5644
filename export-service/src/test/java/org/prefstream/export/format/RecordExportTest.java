package org.prefstream.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordExportTest {

    private static final String RECORD = "{\"schema\":\"preference/1\",\"prompt\":\"2+2? é\u2028😀 a/b\",\"chosen\":\"4\\n\","
            + "\"rejected\":\"5\",\"margin\":2.0}";

    @Test
    void writesEachRecordUnchangedOnALineOfItsOwn() throws IOException {
        var out = new ByteArrayOutputStream();

        RecordExport.write(() -> Stream.of(RECORD, "{}"), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(RECORD + "\n{}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "{\n}", "{}\n", "{\r}", "{} ", "null"})
    void refusesWhatIsNotOneObjectOnOneLine(String record) {
        assertThatThrownBy(() -> RecordExport.write(() -> Stream.of(record), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one JSON object on one line");
    }

    @Test
    void refusesAFileWithoutRows() {
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> RecordExport.write(Stream::of, out)).isInstanceOf(ExportRefused.class)
                .hasMessageContaining("no preferences");
        assertThat(out.size()).isZero();
    }

    @Test
    void writesRowsWhileItReadsThemAndClosesTheSource() throws IOException {
        var out = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        var closed = new AtomicBoolean();

        RecordExport.write(() -> IntStream.range(0, 20_000).mapToObj(i -> {
            sizes.add(out.size());
            return RECORD;
        }).onClose(() -> closed.set(true)), out);

        assertThat(out.size() - sizes.get(sizes.size() - 1)).isLessThan(64_000);
        assertThat(closed).isTrue();
    }
}
