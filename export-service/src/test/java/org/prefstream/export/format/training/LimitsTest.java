package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.export.format.GivenRows;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Inspection.Flaw;
import org.prefstream.labelstudio.json.Json;

/** What consumers say of the length of rows and the size of files. */
class LimitsTest {

    private static final long MEGABYTES_512 = 512_000_000;

    @ParameterizedTest
    @CsvSource({"a,4", "\u00e9,4", "\u05d0,4", "\u4f60,1", "\ud83d\ude80,1"})
    void aTokenIsFourCharactersOrOneOfADenseScript(String character, int perToken) {
        int tokens = 1_000;
        LintRule rule = LintRules.tokensAtMost(tokens);

        assertThat(rule.check().breach(row(character.repeat(tokens * perToken - 4 * perToken)))).isNull();
        assertThat(rule.check().breach(row(character.repeat(tokens * perToken + 1)))).isNotNull();
    }

    @Test
    void whatTheSystemSaysToCohereHasALimitOfItsOwn() throws IOException {
        assertThat(cohere("word".repeat(2_000))).contains("\"role\":\"System\"");
        assertThat(cohere("word".repeat(2_100))).isEmpty();
    }

    @Test
    void azuresFileIsSmallerThanOpenAisMayBe() {
        assertThat(limits(new AzureDpoFormat(), "train").flaws(10, MEGABYTES_512 - 1)).isEmpty();
        assertThat(limits(new AzureDpoFormat(), "train").flaws(10, MEGABYTES_512)).extracting(Flaw::code)
                .containsExactly("FILE_TOO_BIG");
        assertThat(limits(new OpenAiDpoFormat(), "train").flaws(10, MEGABYTES_512)).isEmpty();
    }

    @Test
    void aValidationSetOfGeminiHasFewerRows() {
        for (TrainingFormat format : List.of(new VertexPreferenceFormat(), new VertexSftFormat())) {
            assertThat(limits(format, "validation").flaws(5_001, 1)).extracting(Flaw::code)
                    .containsExactly("OVER_MAX_ROWS");
            assertThat(limits(format, "validation").flaws(5_000, 1)).isEmpty();
            assertThat(limits(format, "train").flaws(5_001, 1)).isEmpty();
        }
    }

    @Test
    void whatIsOnlyRecommendedIsNoReasonToRefuse() {
        FileLimits limits = limits(new NovaDpoFormat(), "train");

        assertThat(limits.flaws(999, 1)).extracting(Flaw::code).containsExactly("BELOW_ADVISED_ROWS");
        assertThat(limits.flaws(1_000, 1)).isEmpty();
        assertThat(limits.flaws(0, 0)).extracting(Flaw::code).containsExactly("BELOW_MIN_ROWS");
        assertThat(new Inspection(1, 1, 1, List.of(), limits.flaws(999, 1), List.of()).refusesStrictly()).isFalse();
    }

    private static FileLimits limits(TrainingFormat format, String split) {
        return format.variant(GivenSplits.empty(split)).limits();
    }

    private static TrainingRow row(String answer) {
        return TrainingRow.read(Json.writeBytes(TrainingRow.line("prompt", "Why", "chosen", answer, "rejected", "No")));
    }

    private static String cohere(String system) throws IOException {
        List<Map<String, String>> prompt = List.of(Map.of("role", "system", "content", system),
                Map.of("role", "user", "content", "Hi"));
        List<Map<String, String>> answer = Collections.singletonList(Map.of("role", "assistant", "content", "Hello"));
        String record = Json.write(TrainingRow.line("prompt", prompt, "chosen", answer));
        return GivenRows.preferences(() -> Stream.of(record)).as(new CohereFormat());
    }
}
