package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.GivenRows;

class TrlFormatTest {

    private static final String RECORD = "{\"schema\":\"preference/1\",\"prompt\":\"2+2? é\\u2028😀 a/b\",\"chosen\":\"4\\n\","
            + "\"rejected\":\"5\",\"margin\":2.0}";

    final ExportFormat trl = new TrlFormat();

    @Test
    void isAFileOfJsonLinesForTraining() {
        assertThat(trl.card().name()).isEqualTo("TRL");
        assertThat(trl.card().file()).isEqualTo(new FileType("application/x-ndjson", "jsonl"));
        assertThat(trl.card().tags()).containsExactly("training", "TRL");
    }

    @Test
    void writesEachRecordUnchangedOnALineOfItsOwn() throws IOException {
        assertThat(GivenRows.preferences(() -> Stream.of(RECORD, "{}")).as(trl)).isEqualTo(RECORD + "\n{}\n");
    }

    @Test
    void isAnEmptyFileAndKnowsItWhereThereIsNoRecord() throws IOException {
        GivenRows none = GivenRows.preferences(Stream::of);

        assertThat(none.areNone(trl)).isTrue();
        assertThat(none.as(trl)).isEmpty();
        assertThat(GivenRows.preferences(() -> Stream.of(RECORD)).areNone(trl)).isFalse();
    }

    @Test
    void writesRowsWhileItReadsThemAndClosesTheSource() throws IOException {
        var out = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        var closed = new AtomicBoolean();

        GivenRows.preferences(() -> IntStream.range(0, 20_000).mapToObj(i -> {
            sizes.add(out.size());
            return RECORD;
        }).onClose(() -> closed.set(true))).writeTo(out, trl);

        assertThat(out.size() - sizes.get(sizes.size() - 1)).isLessThan(64_000);
        assertThat(closed).isTrue();
    }
}
