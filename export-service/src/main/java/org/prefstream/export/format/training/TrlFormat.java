package org.prefstream.export.format.training;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.RowFile;

/**
 * Dataset records as JSON Lines. A line is the record as its topic carries it, byte for byte, so whoever rebuilds the dataset
 * from the topic gets the same file. Only in an export with both shapes do texts become messages, and in one of another shape.
 */
@ApplicationScoped
class TrlFormat extends RecordFormat {

    TrlFormat() {
        super(Use.TRL.card(50, "TRL", "TRL preferences",
                "One line per preference with prompt, chosen and rejected, as TRL's trainers read them.",
                "https://huggingface.co/docs/trl/dataset_formats#preference"), RECORDS.inShapes());
    }

    @Override
    public boolean writesRecordsAsTheyAre() {
        return true;
    }

    @Override
    ExportFile data(ExportSource source) {
        return new RowFile<>(taken(source, source.preferences()), Frame.LINES::write);
    }
}
