package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.TaskRecord;
import org.prefstream.export.PeerStandIns.Peers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A project with a judged task, a skipped one and an untouched one, in Label Studio's formats. */
@QuarkusTest
class LabelStudioExportTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final long judged = Ids.next();
    private final long skipped = Ids.next();
    private final long untouched = Ids.next();
    private final long older = Ids.next();
    private final long newer = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers,
                Stream.of(Records.annotation(projectId, judged, newer, "right"),
                        Records.skip(projectId, skipped, Ids.next()),
                        Records.annotation(projectId, judged, older, "left"), Records.task(projectId, untouched),
                        Records.task(projectId, skipped), Records.task(projectId, judged), Records.project(projectId)));
    }

    @Test
    void jsonHoldsJudgedAndSkippedTasksByIdWithTheirAnnotationsByAge() {
        List<Map<String, Object>> tasks = exports.get(path(), Map.of()).jsonPath().getList("");

        assertThat(tasks).extracting("id").containsExactly((int) judged, (int) skipped);
        assertThat(tasks.get(0)).extracting("annotations")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("id")
                .containsExactly((int) older, (int) newer);
        assertThat(tasks.get(0)).containsEntry("drafts", List.of())
                .containsEntry("total_annotations", 2)
                .containsEntry("cancelled_annotations", 0);
        assertThat(tasks.get(1)).containsEntry("total_annotations", 0).containsEntry("cancelled_annotations", 1);
    }

    @Test
    void jsonNamesAuthorsByAddressWhereThatIsWanted() {
        AccessRecord ann = Records.person(Role.ANNOTATOR, "token of " + untouched, List.of(projectId));
        owners.publish(peers, Stream.of(ann, Records.skipBy(ann.userId(), projectId, untouched, Ids.next())));

        JsonPath tasks = exports.get(path(), Map.of("authors", "true", "download_all_tasks", "true")).jsonPath();

        assertThat(tasks.getMap("[2].annotations[0].completed_by"))
                .isEqualTo(Map.of("id", (int) ann.userId(), "email", ann.email(), "first_name", "", "last_name", ""));
        assertThat(tasks.getMap("[0].annotations[0].completed_by")).as("somebody who has no account any more")
                .isEqualTo(Map.of("id", 3, "email", "", "first_name", "", "last_name", ""));
    }

    @Test
    void jsonSaysByWhichGuidelinesAnAnnotationWasMadeWhereThatIsKnown() {
        owners.publish(peers, Stream.of(Records.byGuidelines(projectId, untouched, Ids.next(), 3)));

        JsonPath tasks = exports.get(path(), Map.of("download_all_tasks", "true")).jsonPath();

        assertThat(tasks.getInt("[2].annotations[0].guidelines_version")).isEqualTo(3);
        assertThat(tasks.getMap("[0].annotations[0]")).doesNotContainKey("guidelines_version");
    }

    @Test
    void jsonKeepsNumbersAndTextsAsTheyWere() {
        assertThat(exports.export(projectId, "JSON").asString())
                .startsWith("[{\"id\":" + judged + ",\"annotations\":[{\"id\":")
                .contains("\"data\":{\"prompt\":\"Grüße, task " + judged
                        + "\",\"answer1\":\"a\",\"answer2\":\"b, \\\"quoted\\\"\",\"temperature\":0.70")
                .endsWith("]");
    }

    @Test
    void allTasksMeansTheUntouchedToo() {
        Response all = exports.get(path(), Map.of("exportType", "JSON", "download_all_tasks", "true"));

        assertThat(all.jsonPath().getList("id")).containsExactly((int) judged, (int) skipped, (int) untouched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ids[]", "ids"})
    void idsSelectTasks(String parameter) {
        for (Object ids : List.of(List.of(skipped, untouched), skipped + "," + untouched, untouched + ", " + skipped)) {
            Response some = exports.get(path(), Map.of(parameter, ids, "download_all_tasks", "1"));

            assertThat(some.jsonPath().getList("id")).containsExactly((int) skipped, (int) untouched);
        }
    }

    @Test
    void bothSpellingsOfIdsSelectTogether() {
        Response some = exports.get(path(), Map.of("ids[]", skipped, "ids", judged));

        assertThat(some.jsonPath().getList("id")).containsExactly((int) judged, (int) skipped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON_MIN", "CSV", "TSV"})
    void idsSelectTheRowsOfEveryFormat(String type) {
        Response some = exports.get(path(), Map.of("exportType", type, "ids", skipped));

        assertThat(some.asString()).isEqualTo(exports.export(emptyProject(), type).asString());
        assertThat(some.header("Prefstream-Empty")).contains("skips make no rows");
    }

    @Test
    void jsonMinHasOneObjectPerAnnotationTheNewestFirst() {
        Response flat = exports.export(projectId, "JSON_MIN");

        assertThat(flat.jsonPath().getList("annotation_id")).containsExactly((int) newer, (int) older);
        assertThat(flat.jsonPath().getString("[0].comparison[0].selected")).isEqualTo("right");
    }

    @Test
    void csvIsTheTableOfLabelStudio() {
        String table = exports.get(path(), Map.of("exportType", "CSV", "download_all_tasks", "true")).asString();

        assertThat(table.split("\r\n")).containsExactly(
                "\"annotation_id\",\"annotator\",\"answer1\",\"answer2\",\"comparison\",\"created_at\",\"id\",\"lead_time\",\"prompt\",\"temperature\",\"updated_at\"",
                row(newer, "right"), row(older, "left"),
                "\"\",\"\",\"a\",\"b, \"\"quoted\"\"\",\"\",\"\",%d,\"\",\"Grüße, task %d\",0.70,\"\""
                        .formatted(untouched, untouched));
    }

    private String row(long annotationId, String selected) {
        String at = Records.T0.plusMillis(annotationId).toString();
        return "%d,\"3\",\"a\",\"b, \"\"quoted\"\"\",\"[{\"\"selected\"\":\"\"%s\"\"}]\",\"%s\",%d,12.5,\"Grüße, task %d\",0.70,\"%s\""
                .formatted(annotationId, selected, at, judged, judged, at);
    }

    @Test
    void tsvIsTheSameTableWithTabs() {
        String csv = exports.export(projectId, "CSV").asString();
        String tsv = exports.export(projectId, "TSV").asString();

        assertThat(tsv.lines().findFirst().orElseThrow())
                .isEqualTo(csv.lines().findFirst().orElseThrow().replace(',', '\t'));
        assertThat(tsv.lines()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"JSON,application/.json,json", "JSON_MIN,application/.json,json", "CSV,application/.csv,csv",
            "TSV,application/.csv,csv"})
    void headersAreThoseOfLabelStudio(String type, String contentType, String extension) {
        Response answer = exports.export(projectId, type);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(contentType);
        assertThat(answer.header("filename")).startsWith("project-" + projectId + "-at-20").endsWith("." + extension);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + answer.header("filename") + "\"");
    }

    @Test
    void bothSpellingsAndATrailingSlashAreUnderstood() {
        String csv = exports.export(projectId, "CSV").asString();

        assertThat(exports.get(path() + "/", Map.of("export_type", "CSV", "download_resources", "false")).asString())
                .isEqualTo(csv);
    }

    @ParameterizedTest
    @CsvSource({"exportType,NOPE,'Use one of JSON, JSON_MIN, CSV, TSV, TRL'", "exportType,'',is not a format",
            "export_type,NOPE,is not a format", "download_all_tasks,maybe,true or false", "ids[],seven,a whole number",
            "ids,'7,',a whole number", "ids,'',a whole number", "spreadsheet,maybe,true or false",
            "authors,maybe,true or false", "spreadsheet,true,'only for the formats CSV, TSV, not for JSON'"})
    void refusesWhatItDoesNotUnderstand(String parameter, String value, String saying) {
        Response answer = exports.get(path(), Map.of(parameter, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getMap("validation_errors"))
                .containsKey(parameter.equals("export_type") ? "exportType" : parameter);
        assertThat(answer.asString()).contains(saying);
    }

    @Test
    void aProjectWithoutTasksIsAnEmptyFile() {
        long empty = emptyProject();

        assertThat(exports.export(empty, "JSON").asString()).isEqualTo("[]");
        assertThat(exports.export(empty, "JSON_MIN").asString()).isEqualTo("[\n\n]");
    }

    @Test
    void aFileWithoutRowsSaysWhyInEveryFormat() {
        long empty = emptyProject();

        assertThat(exports.formats(empty)).filteredOn(type -> !type.equals("HF")).allSatisfy(type -> {
            Response answer = exports.export(empty, type);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Prefstream-Empty")).endsWith(".");
        });
    }

    @Test
    void aFolderWithoutRowsIsRefusedBecauseNothingLoadsIt() {
        Response answer = exports.export(emptyProject(), "HF");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("detail")).startsWith("A folder needs at least one row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "JSON_MIN", "CSV", "TSV"})
    void aFileWithRowsHasNothingToExplain(String type) {
        assertThat(exports.export(projectId, type).header("Prefstream-Empty")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "TSV"})
    void theTableForASpreadsheetIsTheSameButForFormulas(String type) {
        TaskRecord formula = Records.task(projectId, Ids.next(), Map.of("prompt", "=1+1", "answer1", "a"));
        owners.publish(peers, formula);

        String plain = exports.get(path(), Map.of("exportType", type, "download_all_tasks", "true")).asString();
        String harmless = exports
                .get(path(), Map.of("exportType", type, "download_all_tasks", "true", "spreadsheet", "true"))
                .asString();

        assertThat(plain).contains("\"=1+1\"");
        assertThat(harmless).isEqualTo(plain.replace("\"=1+1\"", "\"'=1+1\""));
    }

    private long emptyProject() {
        long empty = Ids.next();
        owners.publish(peers, Records.project(empty));
        return empty;
    }

    @Test
    void listsItsFormats() {
        Response formats = exports.get(path() + "/formats", Map.of());

        assertThat(formats.jsonPath().getList("name")).startsWith("JSON", "JSON_MIN", "CSV", "TSV", "TRL")
                .doesNotHaveDuplicates();
        assertThat(formats.jsonPath().getList("link", String.class)).as("Label Studio's own, then TRL's")
                .startsWith(Stream.of("JSON", "JSON-MIN", "CSV", "TSV")
                        .map("https://labelstud.io/guide/export.html#"::concat)
                        .toArray(String[]::new))
                .contains("https://huggingface.co/docs/trl/dataset_formats#preference");
        for (String key : List.of("title", "description", "link")) {
            assertThat(formats.jsonPath().getList(key, String.class)).doesNotContainNull().doesNotHaveDuplicates();
        }
    }

    private String path() {
        return "/api/projects/" + projectId + "/export";
    }
}
