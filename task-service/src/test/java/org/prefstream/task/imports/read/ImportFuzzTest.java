package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.prefstream.task.imports.read.Imports.PAIR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.labelstudio.json.StrictJson;

class ImportFuzzTest {

    private static final String JSON = """
            [{"prompt":"p é 😀","answer1":1.10,"answer2":["b\\u00e9\\ud83d\\ude00",{"c":null}]},
             {"data":{"prompt":"p","answer1":"a","answer2":"b"},"meta":{"m":-1e5},
              "annotations":[{"result":[{"value":{"selected":"left"}}],"was_cancelled":false,"lead_time":1.5,"completed_by":1}],
              "predictions":[{"result":[],"score":0.5,"model_version":"m"}]}]
            """;
    private static final String LINES = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}\n".repeat(3);
    private static final String TABLE = "prompt,answer1,answer2\np,\"a,\"\"\n\",é\n\"x\",😀,\"\"\n";
    private static final String[] PIECES = {"\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "\n", "\r",
            "\t", "\0", "null", "NaN", "-Infinity", "1e99999", "1".repeat(1_200), "-", ".", "\uFEFF", "\"\"",
            "\"data\":", "\"annotations\":1,", ";", "\u2028", "[".repeat(120), "/*", "'", "\u001f\u008b"};

    @ParameterizedTest
    @EnumSource(ImportFormat.class)
    void readsOrRefusesWhateverIsSent(ImportFormat format) {
        Random random = new Random(format.name().hashCode());
        String sample = switch (format) {
            case JSON -> JSON;
            case JSON_LINES -> LINES;
            case CSV, TEXT -> TABLE;
            case TSV -> TABLE.replace(',', '\t');
        };
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = mutated(sample.getBytes(StandardCharsets.UTF_8), random);
            try {
                for (ImportItem item : Imports.read(PAIR, Imports.part(null, format, bytes))) {
                    checkThatItCanBeStored(item);
                    read++;
                }
            } catch (ImportInvalid e) {
                assertThat(e.problem().status()).isIn(400, 413, 415);
                assertThat(e.message()).isNotBlank().doesNotContain("com.fasterxml", "Exception", "StreamRead");
                assertThat(StorableText.flawIn(e.message(), "message")).isEmpty();
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                fail("text " + i + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
            }
        }
        // a line of text has one key, and a pair needs three
        assertThat(read > 0).isEqualTo(format != ImportFormat.TEXT);
        assertThat(refused).isPositive();
    }

    private static void checkThatItCanBeStored(ImportItem item) {
        assertThat(PAIR.flaw(item.data(), false)).isEmpty();
        assertThat(StorableText.flawIn(item.data(), "data")).isEmpty();
        assertThat(StrictJson.readObject(Json.write(item.data()))).isEqualTo(item.data());
        assertThat(List.of(item.meta(), item.annotations(), item.predictions())).hasSize(3);
    }

    private static byte[] mutated(byte[] from, Random random) {
        String text = new String(from, StandardCharsets.ISO_8859_1);
        StringBuilder bytes = new StringBuilder(text);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(bytes.length() + 1);
            int end = Math.min(bytes.length(), at + random.nextInt(6));
            String piece = new String(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1);
            switch (random.nextInt(5)) {
                case 0 -> bytes.delete(at, end);
                case 1 -> bytes.insert(at, piece);
                case 2 -> bytes.insert(at, bytes.substring(at, end));
                case 3 -> bytes.insert(at, (char) random.nextInt(256));
                default -> bytes.replace(at, end, piece);
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
