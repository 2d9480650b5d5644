package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.task.imports.read.Imports.NOTHING;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportMemoryTest {

    /** Buffers of 8 KiB here and there, at a thousand bytes a row. */
    private static final long ROWS_AHEAD_MAX = 64;
    private static final int ITEMS = 50_000;
    private static final String TEXT = "x".repeat(1_000);

    /** Fifty million bytes that exist only as they are read. */
    private static final class Generated extends InputStream {

        private final byte[] first;
        private final String row;
        private final byte[] last;
        private byte[] piece;
        private int next;
        private int rows;
        private long given;

        Generated(String first, String row, String last) {
            this.first = first.getBytes(StandardCharsets.UTF_8);
            this.row = row;
            this.last = last.getBytes(StandardCharsets.UTF_8);
            this.piece = this.first;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = 0;
            while (count < length) {
                if (next == piece.length && !turn()) {
                    break;
                }
                int part = Math.min(length - count, piece.length - next);
                System.arraycopy(piece, next, buffer, offset + count, part);
                next += part;
                count += part;
            }
            given += count;
            return count == 0 && length > 0 ? -1 : count;
        }

        private boolean turn() {
            if (rows > ITEMS) {
                return false;
            }
            next = 0;
            // a key of its own in every row: what remembers keys grows
            piece = rows == ITEMS ? last : row.replace("KEY", "key" + rows).getBytes(StandardCharsets.UTF_8);
            rows++;
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            JSON|`[{}`|`,{"KEY":1,"prompt":"TEXT"}`|`]`
            JSON_LINES|``|`{"data":{"prompt":"TEXT","KEY":1}}NL`|``
            CSV|`a,b,cNL`|`KEY,"1",TEXTNL`|``
            TSV|`a\tbNL`|`KEY\tTEXTNL`|``
            TEXT|``|`KEY TEXTNL`|``
            """)
    void readsNoFurtherThanItIsAsked(ImportFormat format, String first, String row, String last) {
        String line = row.replace("TEXT", TEXT).replace("NL", "\n");
        Generated content = new Generated(first.replace("NL", "\n"), line, last);
        long items = 0;
        long furthest = 0;
        try (TaskSource tasks = TaskSource.open(List.of(new ImportPart(null, format, () -> content)), NOTHING)) {
            WeakReference<ImportItem> begin = new WeakReference<>(tasks.next());
            items++;
            while (tasks.hasNext()) {
                tasks.next();
                items++;
                furthest = Math.max(furthest, content.rows - items);
                if (items == 1_000) {
                    Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
                        System.gc();
                        return begin.get() == null;
                    });
                }
            }
        }
        assertThat(furthest).isBetween(1L, ROWS_AHEAD_MAX);
        assertThat(items).isBetween((long) ITEMS, ITEMS + 1L);
        assertThat(content.given).isGreaterThan(50_000_000);
    }
}
