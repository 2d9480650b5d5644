package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparatorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a,b,c|,
            a;b;c|;
            a\\tb\\tc|`\t`
            a|,
            ``|,
            "a;b;c",d|,
            "a,b,c";d|;
            "a "",;"" b";c|;
            prompt;answer, long;answer|;
            a,b;c|,
            \\r\\n\\na;b\\n1,2,3,4|;
            "a\\nb,c";d\\n1,2,3|;
            "never,ends;|,
            """)
    void isWhatTheHeaderLineHasMostOfOutsideQuotes(String text, char separator) throws IOException {
        assertThat(of(text, Separator.PREFERRED_IN_CSV)).isEqualTo(separator);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a\\tb|`\t`
            a, or b, or c\\td|`\t`
            a,b|,
            a;b|;
            a|`\t`
            """)
    void isATabInAFileNamedSoIfThereIsOne(String text, char separator) throws IOException {
        assertThat(of(text, Separator.PREFERRED_IN_TSV)).isEqualTo(separator);
    }

    @Test
    void leavesTheHeaderToBeRead() throws IOException {
        BufferedReader text = new BufferedReader(new StringReader("a;b\n1;2"));

        Separator.of(text, Separator.PREFERRED_IN_CSV);

        assertThat(text.readLine()).isEqualTo("a;b");
    }

    private static char of(String text, String preferred) throws IOException {
        String unescaped = text.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r");
        return Separator.of(new BufferedReader(new StringReader(unescaped)), preferred);
    }
}
