package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.RowFile;
import org.prefstream.export.format.Ties;

/**
 * Dataset records as JSON Lines. A line is the record as its topic carries it, byte for byte, so whoever rebuilds the dataset
 * from the topic gets the same file. Only in an export with both shapes do texts become messages, and in one of another shape. That
 * a record is one line, and that it can be trained on, is seen to where it is made and copied.
 */
@ApplicationScoped
class TrlFormat extends TrainingFormat {

    TrlFormat() {
        super(Use.TRL.card(50, "TRL", "TRL preferences",
                "One line per preference with prompt, chosen and rejected, as TRL's trainers read them.",
                "https://huggingface.co/docs/trl/dataset_formats#preference"),
                Declaration.of(List.of(), TrlFormat::line).with(Ties.TWO).inShapes());
    }

    @Override
    public boolean writesRecordsAsTheyAre() {
        return true;
    }

    private static Map<String, Object> line(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>(row.keys());
        line.replace("shape", row.isText() ? "text" : "messages");
        line.replace(TrainingRow.PROMPT, row.promptContent());
        line.replace(TrainingRow.CHOSEN, row.content(row.chosen()));
        line.replace(TrainingRow.REJECTED, row.content(row.rejected()));
        return line;
    }

    /** All records are taken, unless something was asked that looks at them. The database counts those. */
    @Override
    public Optional<Inspection> inspect(ExportSource source, boolean sized) {
        return isAsItIs(source) && !Part.STRICT.equals(source.choice(Part.LINT))
                ? Optional.empty()
                : super.inspect(source, sized);
    }

    @Override
    public ExportFile open(ExportSource source) {
        return isAsItIs(source) && Part.of(source::choice).equals(Part.DATA)
                ? new RowFile<>(source.preferences(), Frame.LINES::write)
                : super.open(source);
    }

    private static boolean isAsItIs(ExportSource source) {
        String shape = source.choice(Part.SHAPE);
        return (shape == null || shape.equals("auto")) && !Part.DROP.equals(source.choice(Part.CONFLICTS));
    }
}
