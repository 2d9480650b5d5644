package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.task.imports.read.Imports.NOTHING;
import static org.prefstream.task.imports.read.Imports.part;
import static org.prefstream.task.imports.read.Imports.read;
import static org.prefstream.task.imports.read.Imports.refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException.Violation;

class EncodingTest {

    @ParameterizedTest
    @EnumSource(ImportFormat.class)
    void saysWhichByteIsNotUtf8(ImportFormat format) {
        byte[] latin1 = "{\"a\":1}\n{\"a\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);

        ImportInvalid refusal = refusal(NOTHING, part(null, format, latin1));

        assertThat(refusal.message())
                .isEqualTo("byte 19 (line 2) (0x22) is not UTF-8; save the text as UTF-8 and send it again");
        assertThat(refusal.problem().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "bf", "c080", "c1bf", "e08080", "eda080", "edbfbf", "f0808080", "f4908080",
            "f5808080", "ff", "fe", "c3", "e282", "f09f98", "c341", "e2e282ac", "fffe5b00", "feff005b"})
    void refusesEveryByteThatCannotBeUtf8(String hex) {
        byte[] bytes = HexFormat.of().parseHex("5b" + hex);

        assertThat(refusal(NOTHING, part(null, ImportFormat.TEXT, bytes)).message()).startsWith("byte ")
                .contains("(line 1)");
    }

    @Test
    void tellsUtf16FromUtf8() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(refusal(NOTHING, part(null, ImportFormat.JSON, "[{}]".getBytes(charset))).message())
                    .endsWith("(line 1) is NUL, which no text holds; if this is UTF-16, save it as UTF-8");
        }
        assertThat(refusal(NOTHING, part(null, ImportFormat.CSV, "a\nb".getBytes(StandardCharsets.UTF_16))).message())
                .isEqualTo("byte 1 (line 1) (0xFE) is not UTF-8; save the text as UTF-8 and send it again");
    }

    @Test
    void agreesWithTheJdkAboutWhatIsUtf8() throws IOException {
        Random random = new Random(7);
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = ("a".repeat(i % 3) + "aé€😀\uFFFF\uD7FF\uE000").getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(3); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
            }
            boolean ours = passes(bytes);
            assertThat(ours).as(HexFormat.of().formatHex(bytes)).isEqualTo(jdkPasses(bytes));
            valid += ours ? 1 : 0;
        }
        assertThat(valid).isPositive();
    }

    @Test
    void refusesGzipByItsFirstBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("[{}]".getBytes(StandardCharsets.UTF_8));
        }
        ImportInvalid refusal = refusal(NOTHING, part(null, ImportFormat.JSON, zipped.toByteArray()));

        assertThat(refusal.problem().status()).isEqualTo(415);
        assertThat(refusal.message()).isEqualTo("gzip is not supported; send the tasks uncompressed");
        assertThat(
                refused(() -> ImportFormat.detect("application/json", null, zipped.toByteArray())).problem().status())
                .isEqualTo(415);
        assertThat(refused(() -> ImportFormat.detect(null, "a.json", zipped.toByteArray())).problem().status())
                .isEqualTo(415);
    }

    @Test
    void refusesEncodedBodies() {
        ImportFormat.refuseEncoding(null);
        ImportFormat.refuseEncoding("identity");
        assertThat(refused(() -> ImportFormat.refuseEncoding("GZIP")).message())
                .isEqualTo("gzip is not supported; send the tasks uncompressed");
        assertThat(refused(() -> ImportFormat.refuseEncoding("br")))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(415))
                .hasMessage("Content-Encoding \"br\" is not supported; send the tasks uncompressed");
    }

    @ParameterizedTest
    @CsvSource({"a.json,JSON", "A.JSON,JSON", "dir/x.y.jsonl,JSON_LINES", "C:\\x\\a.csv,CSV", "a.tsv,TSV",
            "a.txt,TEXT"})
    void tellsTheFormatOfAFileByItsExtension(String name, ImportFormat format) {
        assertThat(ImportFormat.detect("application/octet-stream", name, new byte[0])).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            virus.exe|.exe extension is not supported
            a.json.gz|.gz extension is not supported
            json|the file "json" has no extension; name it .json, .jsonl, .csv, .tsv or .txt
            x.csv/.json|the file ".json" has no extension; name it .json, .jsonl, .csv, .tsv or .txt
            """)
    void refusesFilesOfAnotherExtension(String name, String message) {
        ImportInvalid refusal = refused(() -> ImportFormat.detect("application/json", name, new byte[0]));

        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().violations()).extracting(Violation::field).containsExactly("non_field_errors");
    }

    @ParameterizedTest
    @CsvSource({"application/json,JSON", "Application/JSON; charset=utf-8,JSON", "application/x-ndjson,JSON_LINES",
            "text/csv;header=present,CSV", "text/tab-separated-values,TSV"})
    void tellsTheFormatOfABodyByItsType(String contentType, ImportFormat format) {
        assertThat(ImportFormat.detect(contentType, null, "[{".getBytes(StandardCharsets.UTF_8))).isEqualTo(format);
    }

    @Test
    void looksAtABodyWithoutAType() {
        assertThat(ImportFormat.detect(null, null, " \n{".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ImportFormat.JSON);
        assertThat(refused(() -> ImportFormat.detect(null, null, "a,b".getBytes(StandardCharsets.UTF_8))).message())
                .isEqualTo(
                        "Content-Type is missing; send application/json, text/csv, text/tab-separated-values or multipart/form-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/gzip", "application/x-www-form-urlencoded", "nonsense"})
    void refusesBodiesOfAnotherType(String contentType) {
        ImportInvalid refusal = refused(
                () -> ImportFormat.detect(contentType, null, "[{}]".getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal.problem().status()).isEqualTo(415);
        assertThat(refusal.problem().violations()).isEmpty();
        assertThat(refusal.message()).startsWith("Unsupported media type \"" + contentType + "\" in request; send ");
    }

    private static ImportInvalid refused(ThrowableAssert.ThrowingCallable call) {
        ImportInvalid refusal = Assertions.catchThrowableOfType(ImportInvalid.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static boolean passes(byte[] bytes) throws IOException {
        try (Reader reader = new Utf8Reader(new ByteArrayInputStream(bytes))) {
            StringWriter text = new StringWriter();
            char[] piece = new char[1 + bytes.length % 3];
            for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
                text.write(piece, 0, count);
            }
            assertThat(text.toString().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - lengthAfterMark(bytes), bytes.length));
            return true;
        } catch (ImportInvalid e) {
            return false;
        }
    }

    /** {@return how many bytes there are after a byte order mark} */
    private static int lengthAfterMark(byte[] bytes) {
        boolean mark = bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return mark ? bytes.length - 3 : bytes.length;
    }

    private static boolean jdkPasses(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void readsTheSameInWhateverPiecesItComes() {
        byte[] json = "\uFEFF[{\"a\":\"é€😀\"},{\"b\":2}]".getBytes(StandardCharsets.UTF_8);
        ImportPart slow = new ImportPart(null, ImportFormat.JSON, () -> new ByteArrayInputStream(json) {

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(1, length));
            }
        });

        assertThat(read(NOTHING, slow)).isEqualTo(read(NOTHING, part(null, ImportFormat.JSON, json)));
    }
}
