package org.prefstream.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\tplain", "\rplain", "\nplain",
            " =1", "  \u00a0=1", "\u3000+1", "\ufeff=1", "\u200b@x", "\u2028=1", "\uff1d1", "\uff0b1", "\uff0d1",
            "\uff20x", "-", "="})
    void putsAnApostropheBeforeWhatStartsAFormula(String text) {
        assertThat(Spreadsheet.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=b", "1-2", "'=1", "\"=1\"", "é", "[{\"a\":1}]", "a\n=1", "–1", "*x", "#x"})
    void leavesTheRestAlone(String text) {
        assertThat(Spreadsheet.harmless(text)).isEqualTo(text);
    }

    static Stream<ExportFormat> tables() {
        return Stream.of(new CsvFormat(), new TsvFormat());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableForASpreadsheetHasNoFormulaInNamesOrTextsAndTheSameNumbers(ExportFormat table) throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("=name", "=cmd|' /C calc'!A0");
        data.put("number", new BigDecimal("-1.50"));
        GivenRows rows = GivenRows.tasks(List.of(LabelStudioFormatsTest.task(1, data)));

        String plain = rows.as(table);
        String harmless = rows.with("spreadsheet").as(table);

        assertThat(plain).contains("\"=name\"").contains("\"=cmd|' /C calc'!A0\"").contains("-1.50");
        assertThat(harmless).isEqualTo(plain.replace("\"=", "\"'="));
    }

    @Test
    void onlyTablesAreForSpreadsheets() {
        assertThat(tables()).allSatisfy(table -> assertThat(table.flags()).containsExactly("spreadsheet"));
        assertThat(Stream.of(new JsonFormat(), new JsonMinFormat()))
                .allSatisfy(format -> assertThat(format.flags()).doesNotContain("spreadsheet"));
    }
}
