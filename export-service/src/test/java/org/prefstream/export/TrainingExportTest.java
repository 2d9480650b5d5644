package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import com.github.luben.zstd.ZstdInputStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The formats to train on, as a client gets them. */
@QuarkusTest
class TrainingExportTest {

    private static final long ANN = 11;
    private static final List<String> OURS = List.of("TRL", "TRL_IMPLICIT", "TRL_UNPAIRED", "TRL_SFT", "NEMO_RL",
            "OPENRLHF", "AXOLOTL", "LLAMA_FACTORY", "TORCHTUNE", "HH_RLHF", "HELPSTEER", "ARENA", "OPENAI_DPO",
            "OPENAI_SFT", "AZURE_DPO", "VERTEX_PREFERENCE", "VERTEX_SFT", "VERTEX_RLHF", "TOGETHER", "FIREWORKS",
            "NOVA_DPO", "COHERE", "AI21", "MOSAICML");
    private static final List<Map<String, String>> NO_USER_LAST = List.of(Map.of("role", "user", "content", "Hello"),
            Map.of("role", "assistant", "content", "Well,"));

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void eachFormatHasAsManyLinesAsItsDryRunSays() {
        owners.publish(peers,
                IntStream.range(0, 12)
                        .mapToObj(i -> Judged.first(projectId, Ids.next(), ANN).to("Question " + i).by(1 + i % 3))
                        .flatMap(judged -> judged.published().stream()));
        judged(Judged.ranking(projectId, Ids.next(), ANN, List.of(List.of(2), List.of(0), List.of(3), List.of(1))));
        judged(Judged.tie(projectId, Ids.next(), ANN));

        List<String> training = exports.get("/api/projects/" + projectId + "/export/formats", Map.of())
                .jsonPath()
                .getList("findAll { it.tags?.contains('training') }.name");

        assertThat(training).containsAll(OURS);
        for (String format : OURS) {
            Response file = export(format, "part", "data");
            assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
            JsonPath told = dryRun(format, "part", "data");
            long lines = file.asString().lines().filter(line -> line.contains("{")).count();
            assertThat(told.getLong("rows_out")).as(format).isEqualTo(lines);
            assertThat(told.getLong("size.bytes")).as(format).isEqualTo(file.asByteArray().length);
            assertThat(told.getList("left_out.code", String.class)).as(format).contains("TIE_DROPPED");
            if (!format.equals("TRL")) {
                assertThat(file.header("Prefstream-Rows")).isEqualTo(Long.toString(lines));
            }
            assertThat(export(format, "part", "provenance").asString().lines().count()).as(format).isEqualTo(lines);
        }
    }

    @Test
    void rowsThatBreakARuleAreCountedAndListed() {
        Judged good = judged(Judged.first(projectId, Ids.next(), ANN));
        Judged bad = judged(Judged.first(projectId, Ids.next(), ANN).to(NO_USER_LAST));

        Response file = export("TOGETHER");

        assertThat(file.asString().lines()).hasSize(1);
        assertThat(file.header("Prefstream-Rows")).isEqualTo("1");
        assertThat(file.header("Prefstream-Rows-Left-Out")).isEqualTo("LAST_ROLE=1");
        JsonPath told = dryRun("TOGETHER");
        assertThat(told.getLong("rows_in")).isEqualTo(2);
        assertThat(told.getLong("rows_out")).isEqualTo(1);
        assertThat(told.getList("left_out.code")).containsExactly("LAST_ROLE");
        for (String[] asked : new String[][]{{"lint", "report"}, {"part", "rejected"}}) {
            Response report = export("TOGETHER", asked);
            assertThat(report.header("Content-Disposition")).endsWith("-rejected.jsonl\"");
            Map<String, Object> row = Json.readObject(report.asString());
            assertThat(row).containsEntry("record_id", bad.row().recordId()).containsEntry("code", "LAST_ROLE");
        }
        assertThat(export("TOGETHER", "part", "provenance").asString()).contains(good.row().recordId())
                .doesNotContain(bad.row().recordId());
    }

    @Test
    void strictlyThereIsNoFileIfARowBreaksARule() {
        Judged bad = judged(Judged.first(projectId, Ids.next(), ANN).to(NO_USER_LAST));

        Response refused = export("FIREWORKS", "lint", "strict");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("LAST_ROLE=1", bad.row().recordId() + " (LAST_ROLE)", "lint=report");
        assertThat(export("TRL", "lint", "strict").statusCode()).isEqualTo(200);
        Response empty = export("FIREWORKS");
        assertThat(empty.asByteArray()).isEmpty();
        assertThat(empty.header("Prefstream-Empty")).contains("LAST_ROLE=1");
    }

    @Test
    void tooFewRowsAreAWarningAndNoFailure() {
        judged(Judged.first(projectId, Ids.next(), ANN));

        Response file = export("OPENAI_DPO", "lint", "strict");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Prefstream-Warnings")).isEqualTo("BELOW_MIN_ROWS=1");
        JsonPath told = dryRun("OPENAI_DPO");
        assertThat(told.getList("warnings.code")).containsExactly("BELOW_MIN_ROWS");
        assertThat(told.getString("warnings[0].detail")).contains("at least 10 rows");
    }

    @Test
    void annotatorsHavePseudonymsThatStayAndNamesForOwnersAlone() {
        judged(Judged.first(projectId, Ids.next(), ANN));
        judged(Judged.first(projectId, Ids.next(), ANN));
        judged(Judged.first(projectId, Ids.next(), 12));

        List<String> annotators = export("TRL", "part", "provenance").asString()
                .lines()
                .map(line -> String.valueOf(Json.readObject(line).get("annotator")))
                .toList();

        assertThat(annotators).allMatch(name -> name.matches("annotator-[0-9a-f]{16}"));
        assertThat(annotators.get(0)).isEqualTo(annotators.get(1)).isNotEqualTo(annotators.get(2));
        assertThat(export("TRL", "part", "provenance").asString())
                .isEqualTo(export("TRL", "part", "provenance").asString());
        assertThat(export("TRL", "part", "provenance", "annotator_names", "true").statusCode()).isEqualTo(200);
        Exports manager = Exports.as(Role.MANAGER, List.of(), owners, peers);
        Response refused = manager.get("/api/projects/" + projectId + "/export",
                Map.of("exportType", "TRL", "part", "provenance", "annotator_names", "true"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("only owners");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRL", "TRL_IMPLICIT", "LLAMA_FACTORY"})
    void provenanceSaysHowFarOthersAgreeAndByWhichConfigurationItWasJudged(String format) {
        String config = Hashes.sha256("<View/>");
        Judged alone = judged(Judged.first(projectId, Ids.next(), ANN));
        long disputed = Ids.next();
        owners.publish(peers, List.of(Publication.of(alone.annotation(config), 2)));
        judged(Judged.first(projectId, disputed, ANN));
        judged(Judged.first(projectId, disputed, 12));
        judged(Judged.second(projectId, disputed, 13));

        List<Map<String, Object>> lines = export(format, "part", "provenance").asString()
                .lines()
                .map(Json::readObject)
                .toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).containsEntry("agreement", null).containsEntry("label_config_sha256", config);
        assertThat(lines.subList(1, 4)).allSatisfy(line -> {
            assertThat(((Number) Objects.requireNonNull(line.get("agreement"))).doubleValue()).isCloseTo(1.0 / 3,
                    within(1e-9));
            assertThat(line).containsEntry("label_config_sha256", null);
        });
        assertThat(export(format).asString()).doesNotContain("agreement", "label_config");

        String snapshots = "/api/projects/" + projectId + "/snapshots";
        long snapshot = exports.request().body(Map.of("title", "Now")).post(snapshots).jsonPath().getLong("id");
        judged(Judged.first(projectId, disputed, 14));
        assertThat(
                exports.get(snapshots + "/" + snapshot + "/export", Map.of("exportType", format, "part", "provenance"))
                        .asString()
                        .lines()
                        .map(Json::readObject)
                        .toList())
                .isEqualTo(lines);
    }

    @Test
    void aFolderNamesTheLicenceThatWasStated() throws IOException {
        judged(Judged.first(projectId, Ids.next(), ANN));

        Map<String, String> stated = unzipped(export("HF", "license", "CC-BY-4.0").asByteArray());
        Map<String, String> unknown = unzipped(export("HF").asByteArray());

        assertThat(stated.get("README.md")).contains("\nlicense: \"cc-by-4.0\"\n", "the licence `CC-BY-4.0`.");
        assertThat(stated.get("manifest.json")).contains("\"license\":\"CC-BY-4.0\"");
        assertThat(unknown.get("README.md")).contains("\nlicense: unknown\n");
        assertThat(unknown.get("manifest.json")).contains("\"license\":\"unknown\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mit\nconfigs: []", "cc by 4.0", "\"mit\"", "4.0", "[mit]", "https://example.org/licence"})
    void aLicenceThatIsNoIdentifierIsRefused(String license) {
        Response refused = export("HF", "license", license);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("\"license\"", "such as cc-by-4.0");
        assertThat(export("TRL", "license", "mit").asString()).contains("is only for the formats HF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRL", "TOGETHER", "TORCHTUNE", "CSV", "JSON"})
    void filesAreCompressedAsAskedAndHoldTheSame(String format) throws IOException {
        owners.publish(peers, Records.task(projectId, 5));
        judged(Judged.first(projectId, 5, ANN));

        Response plain = export(format);
        Response gzip = export(format, "compress", "gzip");
        Response zstd = export(format, "compress", "zstd");

        assertThat(gzip.header("Content-Disposition")).endsWith(".gz\"");
        assertThat(zstd.header("Content-Disposition")).endsWith(".zst\"");
        assertThat(gzip.contentType()).isEqualTo("application/gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.asByteArray())).readAllBytes())
                .isEqualTo(plain.asByteArray());
        assertThat(new ZstdInputStream(new ByteArrayInputStream(zstd.asByteArray())).readAllBytes())
                .isEqualTo(plain.asByteArray());
        assertThat(dryRun(format, "compress", "gzip").getBoolean("size.exact")).isFalse();
    }

    @Test
    void llamaFactorysFilesAreZippedWithTheOneThatSaysWhatTheyAre() throws IOException {
        judged(Judged.first(projectId, Ids.next(), ANN));

        Response zip = export("LLAMA_FACTORY");

        assertThat(zip.contentType()).isEqualTo("application/zip");
        assertThat(zip.asByteArray()).isEqualTo(export("LLAMA_FACTORY").asByteArray());
        Map<String, String> files = unzipped(zip.asByteArray());
        assertThat(files).containsOnlyKeys("preferences.jsonl", "dataset_info.json");
        assertThat(files.get("preferences.jsonl")).isEqualTo(export("LLAMA_FACTORY", "part", "data").asString());
        assertThat(files.get("dataset_info.json")).isEqualTo(export("LLAMA_FACTORY", "part", "dataset_info").asString())
                .isEqualTo("{\"preferences\":{\"file_name\":\"preferences.jsonl\",\"ranking\":true,\"columns\":"
                        + "{\"prompt\":\"instruction\",\"query\":\"input\",\"chosen\":\"chosen\",\"rejected\":\"rejected\"}}}\n");
        assertThat(export("LLAMA_FACTORY", "shape", "messages", "part", "dataset_info").asString())
                .contains("\"formatting\":\"sharegpt\",\"columns\":{\"messages\":\"conversations\"");
        assertThat(export("LLAMA_FACTORY", "compress", "gzip").asString()).contains("already");
    }

    @Test
    void aTableHasTheColumnsThatAreAskedFor() {
        owners.publish(peers, Records.task(projectId, 5));
        owners.publish(peers, Records.annotation(projectId, 5, Ids.next(), "left"));

        assertThat(export("CSV", "columns", "prompt,id").asString())
                .isEqualTo("\"prompt\",\"id\"\r\n\"Grüße, task 5\",5\r\n");
        assertThat(export("TSV", "columns", "answer1").asString()).isEqualTo("\"answer1\"\r\n\"a\"\r\n");
        Response refused = export("CSV", "columns", "prompt,instruction");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("\"columns\"", "not instruction", "annotation_id");
        assertThat(export("CSV", "columns", "prompt,prompt").statusCode()).isEqualTo(400);
        assertThat(export("CSV", "columns", "answer2,why").asString())
                .isEqualTo("\"answer2\",\"why\"\r\n\"b, \"\"quoted\"\"\",\"\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TRL|part|rows|data or provenance or rejected", "TRL|lint|yes|strict",
            "TRL|shape|chat|auto or text or messages", "TOGETHER|shape|text|is only for the formats TRL",
            "AXOLOTL|variant|kto|chat_template or bradley_terry", "CSV|part|data|is only for the formats TRL",
            "TRL|columns|prompt|is only for the formats CSV", "JSON|compress|brotli|none or gzip or zstd",
            "JSON|annotator_names|true|is only for the formats TRL"})
    void refusesWhatAFormatCannotBeAskedAndSaysWhatItCan(String format, String name, String value, String right) {
        Response answer = export(format, name, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains('"' + name + '"').contains(right);
    }

    @Test
    void onlyTheBestAnswerOfARankingIsTaken() {
        Judged ranking = judged(
                Judged.ranking(projectId, Ids.next(), ANN, List.of(List.of(2), List.of(0, 3), List.of(1))));

        assertThat(export("MOSAICML").asString())
                .isEqualTo("{\"prompt\":%s,\"response\":\"c\"}\n".formatted(Json.write(ranking.row().prompt())));
        assertThat(export("MOSAICML").header("Prefstream-Rows-Left-Out"))
                .isEqualTo("REPEATED_ANSWER=2, BEATEN_ANSWER=2");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private Judged judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private Response export(String format, String... namesAndValues) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("exportType", format));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return exports.get("/api/projects/" + projectId + "/export", query);
    }

    private JsonPath dryRun(String format, String... namesAndValues) {
        String[] asked = new String[namesAndValues.length + 2];
        System.arraycopy(namesAndValues, 0, asked, 0, namesAndValues.length);
        asked[namesAndValues.length] = "dry_run";
        asked[namesAndValues.length + 1] = "true";
        Response answer = export(format, asked);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
