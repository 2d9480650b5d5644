package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Rows;
import org.prefstream.export.format.Ties;

/**
 * A format that has the dataset records as they are. Nobody looks at them one by one, unless something was asked that takes it: that a
 * record can be trained on is seen to where it is made and copied. The database counts them.
 */
abstract class RecordFormat extends TrainingFormat {

    /** All records, with texts as texts and conversations as messages. */
    static final Declaration RECORDS = Declaration.of(List.of(), RecordFormat::line).with(Ties.TWO);

    RecordFormat(FormatCard card, Declaration declaration) {
        super(card, declaration);
    }

    private static Map<String, Object> line(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>(row.keys());
        line.replace("shape", row.isText() ? "text" : "messages");
        line.replace(TrainingRow.PROMPT, row.promptContent());
        line.replace(TrainingRow.CHOSEN, row.content(row.chosen()));
        line.replace(TrainingRow.REJECTED, row.content(row.rejected()));
        return line;
    }

    @Override
    public Optional<Inspection> inspect(ExportSource source, boolean sized) {
        return isAsItIs(source) && !Part.STRICT.equals(source.choice(Part.LINT))
                ? Optional.empty()
                : super.inspect(source, sized);
    }

    /** {@return those of these records that the file has, as it has them} */
    final Rows<byte[]> taken(ExportSource source, Rows<byte[]> records) {
        return isAsItIs(source) ? records : TrainingFile.lines(variant(source), source, records);
    }

    private static boolean isAsItIs(ExportSource source) {
        String shape = source.choice(Part.SHAPE);
        return (shape == null || shape.equals("auto")) && !Part.DROP.equals(source.choice(Part.CONFLICTS));
    }
}
