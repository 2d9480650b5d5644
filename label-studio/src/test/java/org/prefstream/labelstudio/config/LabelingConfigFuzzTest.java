package org.prefstream.labelstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelingConfigFuzzTest {

    private static final String[] PIECES = {"<", ">", "/", "\"", "'", "&", "&amp;", "&#x0;", "&#x110000;", "&x;", "]]>",
            "<![CDATA[", "<!--", "-->", "<?x ?>", "<?xml version='1.0'?>", "<!DOCTYPE a>", "<View>", "</View>",
            "<Text/>", " name=\"a\"", " toName=\"a,b\"", " value=\"$a\"", "=", "\0", "\ud800", "\udc00", "😀", "\uFEFF",
            "\u0085", "\u2028", "xmlns:a=''", "a:b", "xml:lang='%%'", ":", "{\"data\":{\"a\":1e99999}}", "%n%s", "\r",
            "\n"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsOrRefusesWhateverIsWritten(long seed) {
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            String xml = mutated(LabelingConfigTest.STYLED, random);
            try {
                assertThat(LabelingConfig.parse(xml).spec()).isNotNull();
                read++;
            } catch (LabelingConfigInvalid e) {
                assertThat(e.messages()).isNotEmpty()
                        .allSatisfy(message -> assertThat(message).isNotBlank()
                                .containsIgnoringCase("line")
                                .doesNotContain("Exception"));
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", text " + i + ": " + xml, e);
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static String mutated(String from, Random random) {
        StringBuilder xml = new StringBuilder(from);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(xml.length() + 1);
            int end = Math.min(xml.length(), at + random.nextInt(random.nextInt(10) == 0 ? 400 : 6));
            switch (random.nextInt(4)) {
                case 0 -> xml.delete(at, end);
                case 1 -> xml.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> xml.insert(at, xml.substring(at, end));
                default -> xml.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return xml.toString();
    }
}
