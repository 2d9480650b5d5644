package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.FileType;

/**
 * LLaMA-Factory's ranking datasets, alpaca for texts and sharegpt for conversations, with the file {@code dataset_info.json} that
 * says which. LLaMA-Factory warns of a conversation that does not alternate, and trains on an empty row; here it is left out.
 */
@ApplicationScoped
class LlamaFactoryFormat extends TrainingFormat {

    static final String DATA_FILE = "preferences.jsonl";
    static final String INFO_FILE = "dataset_info.json";

    /** Both files together. */
    private static final String ZIP = "zip";
    private static final String DATASET_INFO = "dataset_info";
    private static final String FROM = "from";
    private static final String VALUE = "value";
    private static final Map<String, String> ROLES = Map.of(Message.SYSTEM, "system", Message.USER, "human",
            Message.ASSISTANT, "gpt");

    LlamaFactoryFormat() {
        super(Use.TRAINER.card(63, "LLAMA_FACTORY", "LLaMA-Factory",
                "A ranking dataset in alpaca or sharegpt form with its dataset_info.json, zipped.",
                "https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md", FileType.ZIP),
                Declaration.of(LintRules.takingTurns(LintRules.textPair()), LlamaFactoryFormat::line).inShapes());
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = super.choices();
        choices.put(Part.NAME, List.of(ZIP, Part.DATA, DATASET_INFO, Part.PROVENANCE, Part.REJECTED));
        return choices;
    }

    @Override
    public FileType file(Map<String, String> choices) {
        return switch (part(Part.of(choices::get), choices.get(Part.NAME))) {
            case ZIP -> FileType.ZIP;
            case DATASET_INFO -> FileType.JSON;
            default -> FileType.JSON_LINES;
        };
    }

    private static Map<String, Object> line(TrainingRow row) {
        return row.isText()
                ? TrainingRow.line("instruction", row.promptText(), "input", "", TrainingRow.CHOSEN, row.chosenText(),
                        TrainingRow.REJECTED, row.rejectedText())
                : TrainingRow.line("conversations", row.prompt().stream().map(LlamaFactoryFormat::said).toList(),
                        TrainingRow.CHOSEN, said(row.chosen().get(0)), TrainingRow.REJECTED,
                        said(row.rejected().get(0)));
    }

    private static Map<String, Object> said(Message message) {
        return message.as(FROM, ROLES.getOrDefault(message.role(), message.role()), VALUE);
    }

    @Override
    ExportFile data(ExportSource source) {
        return switch (part(Part.of(source::choice), source.choice(Part.NAME))) {
            case ZIP -> LlamaFactoryFile.zip(variant(source), source);
            case DATASET_INFO -> LlamaFactoryFile.info(variant(source), source);
            default -> super.data(source);
        };
    }

    /** Where no part is named, both files are meant. */
    private static String part(String part, @Nullable String named) {
        return part.equals(Part.DATA) && named == null ? ZIP : part;
    }

    /** {@return the file that says how the data is read} */
    static Map<String, Object> info(boolean isText) {
        Map<String, Object> entry = TrainingRow.line("file_name", DATA_FILE, "ranking", true);
        if (!isText) {
            entry.put("formatting", "sharegpt");
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        if (isText) {
            columns.put(TrainingRow.PROMPT, "instruction");
            columns.put("query", "input");
        } else {
            columns.put("messages", "conversations");
        }
        columns.put(TrainingRow.CHOSEN, TrainingRow.CHOSEN);
        columns.put(TrainingRow.REJECTED, TrainingRow.REJECTED);
        entry.put("columns", columns);
        return TrainingRow.line("preferences", entry);
    }
}
