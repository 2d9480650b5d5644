package org.prefstream.export.format;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/** Label Studio's table, with commas between the columns. */
@ApplicationScoped
class CsvFormat implements ExportFormat {

    private static final FormatCard CARD = new FormatCard(30, "CSV", "CSV",
            "A table with a row per annotation and a column per data key and control.",
            "https://labelstud.io/guide/export.html#CSV", RowKind.ANNOTATION, FileType.LABEL_STUDIO_TABLE);

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public Set<String> flags() {
        return Table.FLAGS;
    }

    @Override
    public Map<String, List<String>> choices() {
        return Table.CHOICES;
    }

    @Override
    public void requirePossible(ExportSource source) {
        Table.requireColumns(source);
    }

    @Override
    public ExportFile open(ExportSource source) {
        return Table.open(source, ',');
    }
}
