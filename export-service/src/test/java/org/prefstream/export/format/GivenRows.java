package org.prefstream.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** Rows that a test gives to a format. */
public record GivenRows(
        ComparisonSpec spec,
        Rows<ExportedTaskView> tasks,
        Rows<byte[]> preferences,
        Set<String> flags,
        Map<String, String> choices) implements ExportSource {

    static GivenRows tasks(Rows<ExportedTaskView> tasks) {
        return new GivenRows(Golden.SPEC, tasks, Stream::of, Set.of(), Map.of());
    }

    static GivenRows tasks(List<ExportedTaskView> tasks) {
        return tasks(tasks::stream);
    }

    public static GivenRows preferences(Rows<String> records) {
        return new GivenRows(Golden.SPEC, Stream::of,
                () -> records.open().map(record -> record.getBytes(StandardCharsets.UTF_8)), Set.of(), Map.of());
    }

    GivenRows configuredBy(ComparisonSpec other) {
        return new GivenRows(other, tasks, preferences, flags, choices);
    }

    public GivenRows with(String flag) {
        return new GivenRows(spec, tasks, preferences, Set.of(flag), choices);
    }

    public GivenRows choosing(Map<String, String> words) {
        return new GivenRows(spec, tasks, preferences, flags, words);
    }

    @Override
    public @Nullable String choice(String name) {
        return choices.get(name);
    }

    @Override
    public String pseudonym(long personId) {
        return "annotator-" + personId;
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
    public String as(ExportFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        writeTo(out, format);
        return out.toString(StandardCharsets.UTF_8);
    }

    public void writeTo(OutputStream out, ExportFormat format) throws IOException {
        try (ExportFile file = format.open(this)) {
            file.writeTo(out);
        }
    }

    public boolean areNone(ExportFormat format) {
        try (ExportFile file = format.open(this)) {
            return file.isEmpty();
        }
    }
}
