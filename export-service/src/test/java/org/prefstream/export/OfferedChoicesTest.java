package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.export.PeerStandIns.Peers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What the list of formats says that a file can be asked, and what a dry run says of a file that its rows refuse. */
@QuarkusTest
class OfferedChoicesTest {

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
    void eachFormatSaysWhatItsFilesTakeAndTheUsualWordFirst() {
        JsonPath formats = exports.get("/api/projects/" + projectId + "/export/formats", Map.of()).jsonPath();

        assertThat(choices(formats, "AXOLOTL")).containsOnlyKeys("part", "lint", "conflicts", "variant", "compress")
                .containsEntry("variant", List.of("chat_template", "bradley_terry"))
                .containsEntry("part", List.of("data", "provenance", "rejected"));
        assertThat(choices(formats, "TRL")).containsEntry("shape", List.of("auto", "text", "messages"))
                .doesNotContainKey("variant");
        assertThat(choices(formats, "LLAMA_FACTORY")).containsKey("compress");
        assertThat(choices(formats, "JSON")).containsOnlyKeys("compress")
                .containsEntry("compress", List.of("none", "gzip", "zstd"));
        assertThat(choices(formats, "HF")).containsOnlyKeys("part", "lint", "conflicts", "license")
                .containsEntry("license", List.of());
        assertThat(choices(formats, "PARQUET")).containsOnlyKeys("part", "lint", "conflicts")
                .containsEntry("part", List.of("data", "provenance", "rejected"));
    }

    @Test
    void formatsThatTheProjectCanHaveNothingForAreDisabled() {
        long written = Ids.next();
        owners.publish(peers, Written.project(written));

        assertThat(disabled(projectId)).isEmpty();
        assertThat(disabled(written)).contains("TRL", "PARQUET", "HF", "ARENA", "OPENAI_DPO")
                .doesNotContain("TRL_SFT", "OPENAI_SFT", "COHERE", "JSON", "JSON_MIN", "CSV", "TSV");
        for (String format : disabled(written)) {
            assertThat(exports.export(written, format, "dry_run", "true").jsonPath().getInt("rows_in")).as(format)
                    .isZero();
        }
    }

    private List<String> disabled(long project) {
        return exports.get("/api/projects/" + project + "/export/formats", Map.of())
                .jsonPath()
                .getList("findAll { it.disabled }.name");
    }

    @Test
    void whatIsOfferedIsNoWrongWord() {
        owners.publish(peers, Judged.first(projectId, Ids.next(), 11).published().stream());
        JsonPath formats = exports.get("/api/projects/" + projectId + "/export/formats", Map.of()).jsonPath();

        for (String format : formats.getList("name", String.class)) {
            choices(formats, format).forEach((name, words) -> words.forEach(word -> {
                Map<String, String> asked = name.equals("compress") && format.equals("LLAMA_FACTORY")
                        ? Map.of("exportType", format, name, word, "part", "data")
                        : Map.of("exportType", format, name, word);
                assertThat(exports.get("/api/projects/" + projectId + "/export", asked).statusCode())
                        .as("%s %s=%s", format, name, word)
                        .isIn(200, 422); // not 400; where the models are not known, strictly there is no ARENA
            }));
        }
    }

    @Test
    void theFormatMayBeCalledFormatAndIsOneFormat() {
        owners.publish(peers, Judged.first(projectId, Ids.next(), 11).published().stream());
        String path = "/api/projects/" + projectId + "/export";

        assertThat(exports.get(path, Map.of("format", "trl")).asByteArray())
                .isEqualTo(exports.export(projectId, "TRL").asByteArray());
        assertThat(exports.get(path, Map.of("format", "hf")).contentType()).isEqualTo("application/zip");
        assertThat(exports.export(projectId, "TRL", "format", "trl").statusCode()).isEqualTo(200);
        Response both = exports.export(projectId, "TRL", "format", "HF");
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(both.asString()).contains("\"exportType\"", "not both TRL and HF");
        assertThat(exports.get(path, Map.of("format", "arrow")).statusCode()).isEqualTo(400);
    }

    @Test
    void aDryRunSaysWhetherThereIsAFile() {
        owners.publish(peers,
                Judged.first(projectId, Ids.next(), 11)
                        .to(List.of(Map.of("role", "user", "content", "Hello"),
                                Map.of("role", "assistant", "content", "Well,")))
                        .published()
                        .stream());

        assertThat(isRefused("FIREWORKS", "strict")).isTrue();
        assertThat(isRefused("FIREWORKS", "leave_out")).isFalse();
        assertThat(isRefused("TRL", "strict")).isFalse();
    }

    private static Map<String, List<String>> choices(JsonPath formats, String name) {
        return formats.getMap("find { it.name == '" + name + "' }.choices");
    }

    private boolean isRefused(String format, String lint) {
        return exports
                .get("/api/projects/" + projectId + "/export",
                        Map.of("exportType", format, "lint", lint, "dry_run", "true"))
                .jsonPath()
                .getBoolean("refused");
    }
}
