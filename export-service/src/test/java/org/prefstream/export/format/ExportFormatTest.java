package org.prefstream.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportFormatTest {

    @ParameterizedTest
    @CsvSource({"JSON,application/.json,json,true,false", "JSON_MIN,application/.json,json,true,false",
            "CSV,application/.csv,csv,true,true", "TSV,application/.csv,csv,true,true",
            "TRL,application/x-ndjson,jsonl,false,false", "trl,application/x-ndjson,jsonl,false,false"})
    void isFoundByNameAndKnowsItsFile(String name, String contentType, String extension, boolean ofTasks,
            boolean table) {
        ExportFormat format = ExportFormat.named(name).orElseThrow();

        assertThat(format.contentType()).isEqualTo(contentType);
        assertThat(format.fileExtension()).isEqualTo(extension);
        assertThat(format.isOfTasks()).isEqualTo(ofTasks);
        assertThat(format.isTable()).isEqualTo(table);
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(ExportFormat.named("NOPE")).isEmpty();
        assertThat(ExportFormat.named("")).isEmpty();
        assertThat(ExportFormat.named("COCO")).isEmpty();
    }
}
