package org.prefstream.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** Rows that a test gives to a format. */
record GivenRows(ComparisonSpec spec, Rows<ExportedTaskView> tasks, Rows<byte[]> preferences, Set<String> flags)
        implements
            ExportSource {

    static GivenRows tasks(Rows<ExportedTaskView> tasks) {
        return new GivenRows(Golden.SPEC, tasks, Stream::of, Set.of());
    }

    static GivenRows tasks(List<ExportedTaskView> tasks) {
        return tasks(tasks::stream);
    }

    static GivenRows preferences(Rows<String> records) {
        return new GivenRows(Golden.SPEC, Stream::of,
                () -> records.open().map(record -> record.getBytes(StandardCharsets.UTF_8)), Set.of());
    }

    GivenRows configuredBy(ComparisonSpec other) {
        return new GivenRows(other, tasks, preferences, flags);
    }

    GivenRows with(String flag) {
        return new GivenRows(spec, tasks, preferences, Set.of(flag));
    }

    @Override
    public Map<Long, ExportedAuthor.Person> people() {
        return Map.of(1L, new ExportedAuthor.Person(1, "ann@prefstream.test", "Ann", "Lee"));
    }

    @Override
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** {@return the file that a format makes of them} */
    String as(ExportFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        writeTo(out, format);
        return out.toString(StandardCharsets.UTF_8);
    }

    void writeTo(OutputStream out, ExportFormat format) throws IOException {
        try (ExportFile file = format.open(this)) {
            file.writeTo(out);
        }
    }

    boolean areNone(ExportFormat format) {
        try (ExportFile file = format.open(this)) {
            return file.isEmpty();
        }
    }
}
