package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.task.imports.read.Imports.NOTHING;
import static org.prefstream.task.imports.read.Imports.PAIR;
import static org.prefstream.task.imports.read.Imports.part;
import static org.prefstream.task.imports.read.Imports.read;
import static org.prefstream.task.imports.read.Imports.refusal;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.json.Json;

class TableImportTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsRowsByTheirHeader(String newline) {
        String csv = String.join(newline, "\uFEFFprompt,answer1,answer2", "p,1.10,", "\"a, \"\"b\"\"\nc\",é😀, x ", "",
                "");

        assertThat(read(PAIR, part(ImportFormat.CSV, csv))).extracting(ImportItem::data)
                .containsExactly(Map.of("prompt", "p", "answer1", "1.10", "answer2", ""),
                        Map.of("prompt", "a, \"b\"\nc", "answer1", "é😀", "answer2", " x "));
    }

    @Test
    void readsTabsTheSameWay() {
        assertThat(read(NOTHING, part(ImportFormat.TSV, "a\tb\n1,2\t\"x\ty\"\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a", "1,2", "b", "x\ty"));
    }

    @Test
    void takesAColumnCalledDataForAColumn() {
        ImportItem item = read(NOTHING, part(ImportFormat.CSV, "data,meta\nx,y")).get(0);

        assertThat(item.data()).isEqualTo(Map.of("data", "x", "meta", "y"));
        assertThat(item.jsonBytes()).isEqualTo(Json.write(item.data()).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void namesTheLineOfARowThatIsLongerThanItsHeader() {
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a,b\n\"x\ny\",2\n1,2,3")).message())
                .isEqualTo("line 4: the row has 3 values, but the header names 2 columns");
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a\r\n1\r\n1,2\r\n")).problem().violations())
                .extracting(Violation::field)
                .containsExactly("non_field_errors");
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a;b\n1;2;\n")).message())
                .isEqualTo("line 2: the row has 3 values, but the header names 2 columns");
    }

    @Test
    void takesALineThatNamesTheSeparatorForNoHeader() {
        assertThat(read(PAIR, part(ImportFormat.CSV, "\uFEFFsep=;\r\nprompt;answer1;answer2\r\np;x,y;z\r\n")))
                .extracting(ImportItem::data)
                .containsExactly(Map.of("prompt", "p", "answer1", "x,y", "answer2", "z"));
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "sep=,\na,a\n1,2\n")).message())
                .isEqualTo("line 2: the header names the column \"a\" twice");
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "sep=;\na;b\n1;2;3\n")).message())
                .isEqualTo("line 3: the row has 3 values, but the header names 2 columns");
        assertThat(read(NOTHING, part(ImportFormat.CSV, "sep=,b\n1,2\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("sep=", "1", "b", "2"));
    }

    @Test
    void takesAQuoteWithinANameForACharacter() {
        assertThat(read(NOTHING, part(ImportFormat.CSV, "size 5\";a, b;c\n1;2;3\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("size 5\"", "1", "a, b", "2", "c", "3"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "\"a\"\",b,c\";d;e\n1;2;3\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a\",b,c", "1", "d", "2", "e", "3"));
    }

    @Test
    void takesMissingLastCellsForEmptyTexts() {
        assertThat(read(NOTHING, part(ImportFormat.CSV, "a,b,c\n1\n\n1,2\n\"\",2,3\n,\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a", "1", "b", "", "c", ""), Map.of("a", "1", "b", "2", "c", ""),
                        Map.of("a", "", "b", "2", "c", "3"), Map.of("a", "", "b", "", "c", ""));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "a;b;c\r\n\"x;\"\r\n;2\r\n;;3"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a", "x;", "b", "", "c", ""), Map.of("a", "", "b", "2", "c", ""),
                        Map.of("a", "", "b", "", "c", "3"));
        ImportItem item = read(NOTHING, part(ImportFormat.TSV, "a\tb\nx")).get(0);
        assertThat(item.jsonBytes()).isEqualTo(Json.write(item.data()).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void readsWhatOtherProgramsSeparateOtherwise() {
        assertThat(read(PAIR, part(ImportFormat.CSV, "\uFEFFprompt;answer1;answer2\np;\"x; y\";z, w\n")))
                .extracting(ImportItem::data)
                .containsExactly(Map.of("prompt", "p", "answer1", "x; y", "answer2", "z, w"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "a\tb\n1,5\t2;5\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a", "1,5", "b", "2;5"));
        assertThat(read(NOTHING, part(ImportFormat.TSV, "a,b\n1,2\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a", "1", "b", "2"));
        assertThat(read(PAIR,
                part(ImportFormat.CSV, "\uFEFFprompt;\"answer1\";answer2\r\n\"a;\r\nb\";\"say \"\"x;y\"\"\";z, w\r\n")))
                .extracting(ImportItem::data)
                .containsExactly(Map.of("prompt", "a;\r\nb", "answer1", "say \"x;y\"", "answer2", "z, w"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "\uFEFFa\tb\tc\n1\t\"2\t\n2\"\t;\n")))
                .extracting(ImportItem::data)
                .containsExactly(Map.of("a", "1", "b", "2\t\n2", "c", ";"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "\"a, or b, or c\";d\n1,5;2,5\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a, or b, or c", "1,5", "d", "2,5"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "prompt\na; b\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("prompt", "a; b"));
    }

    @Test
    void namesAColumnWithoutANameAsPandasDoes() {
        assertThat(read(NOTHING, part(ImportFormat.CSV, ",a, ,b\n0,1,2,3\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("Unnamed: 0", "0", "a", "1", "Unnamed: 2", "2", "b", "3"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, "a;b;\n1;2;\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("a", "1", "b", "2", "Unnamed: 2", ""));
        assertThat(read(NOTHING, part(ImportFormat.TSV, "\uFEFF\"\"\t\ta\n0\t1\tx\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("Unnamed: 0", "0", "Unnamed: 1", "1", "a", "x"));
    }

    @Test
    void namesTheIndexOfATableThatPandasWroteAgain() {
        assertThat(read(NOTHING, part(ImportFormat.CSV, ",Unnamed: 0,a\n0,1,2\n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("Unnamed: 0.1", "0", "Unnamed: 0", "1", "a", "2"));
        assertThat(read(NOTHING, part(ImportFormat.CSV, ",Unnamed: 0.1,Unnamed: 0,a\n0,1,2,3\n")))
                .extracting(ImportItem::data)
                .containsExactly(Map.of("Unnamed: 0.2", "0", "Unnamed: 0.1", "1", "Unnamed: 0", "2", "a", "3"));
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, ",Unnamed: 1,Unnamed: 1\n0,1,2")).message())
                .isEqualTo("line 1: the header names the column \"Unnamed: 1\" twice");
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, ",a\n0,1\n1,2,3")).message())
                .isEqualTo("line 3: the row has 3 values, but the header names 2 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt|answer1|answer2\np|a|b\n", "prompt;answer1,answer2,x\np;a;b\n"})
    void findsNoColumnsInATableThatIsSeparatedOtherwise(String csv) {
        assertThat(refusal(PAIR, part(ImportFormat.CSV, csv)).message())
                .startsWith("Error at item 0: \"prompt\" key is expected in task data");
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwiceOrTooMany() {
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a,b,a\n1,2,3")).message())
                .isEqualTo("line 1: the header names the column \"a\" twice");
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "c,".repeat(10_000) + "d\n")).problem().status())
                .isEqualTo(413);
    }

    @Test
    void refusesBrokenQuotes() {
        String rule = ": a quoted value must end with a quote that a delimiter or the line's end follows; write a quote inside it "
                + "twice (\"\")";
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a,b\n1,2\n\"x\"y,2\n")).message())
                .isEqualTo("line 3" + rule);
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a;b\n1;\"x\n\n")).message())
                .isEqualTo("lines 2 to 3" + rule);
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a,b\n\"x\n\"y,2\n")).message())
                .isEqualTo("lines 2 to 3" + rule);
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "\"a\"b\n")).message()).isEqualTo("line 1" + rule);
    }

    @Test
    void endsARowThatNeverEnds() {
        ImportInvalid refusal = refusal(NOTHING, part(ImportFormat.CSV, "a\n1\n\"" + "x,\n".repeat(2_000_000)));

        assertThat(refusal.problem().status()).isEqualTo(413);
        assertThat(refusal.message()).startsWith("line ")
                .endsWith(": the row is longer than 2097152 characters; a quote may be missing its end");
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, "a\n" + "x".repeat(2_097_152))).message())
                .isEqualTo("Error at item 0: its data is longer than 2097152 bytes (2 MiB)");
    }

    @Test
    void namesTheRowWithoutARequiredColumn() {
        assertThat(refusal(PAIR, part(ImportFormat.CSV, "prompt,answer1\np,a\n")).message()).isEqualTo(
                "Error at item 0: \"answer2\" key is expected in task data [assume: item as is = task root with values]  :: "
                        + "{'prompt': 'p', 'answer1': 'a'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a,b\n", "\n\n"})
    void refusesATableWithoutRows(String csv) {
        assertThat(refusal(NOTHING, part(ImportFormat.CSV, csv)).message()).isEqualTo("load_tasks: No tasks added");
    }

    @Test
    void readsLinesOfTextAsTheFirstKeyOfTheConfiguration() {
        assertThat(read(NOTHING, part(ImportFormat.TEXT, "one\r\n\n two \rthree\n  \n"))).extracting(ImportItem::data)
                .containsExactly(Map.of("text", "one"), Map.of("text", " two "), Map.of("text", "three"));
        assertThat(read(Imports.keys("q"), part(ImportFormat.TEXT, "{\"a\":1}"))).extracting(ImportItem::data)
                .containsExactly(Map.of("q", "{\"a\":1}"));
        assertThat(read(NOTHING, part(ImportFormat.TEXT, "\"é\"")).get(0).jsonBytes()).isEqualTo(17);
        assertThat(refusal(NOTHING, part(ImportFormat.TEXT, "\n" + "x".repeat(2_097_153))).message())
                .isEqualTo("line 2 is longer than 2097152 characters");
        assertThat(refusal(NOTHING, part(ImportFormat.TEXT, "\n \n")).message())
                .isEqualTo("load_tasks: No tasks added");
    }
}
