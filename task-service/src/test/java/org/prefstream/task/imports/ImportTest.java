package org.prefstream.task.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TopicReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "task"))
class ImportTest {

    private final Api owner = Api.owner();

    @Test
    void importsAnArrayAndPublishesEachTaskAsItWasWritten() {
        int project = owner.project();

        List<Integer> ids = owner.importJson(project, """
                [{"prompt":"p1","answer1":"é☃ 日本語","answer2":"b","z":1.50,"a":12345678901234567890},
                 {"prompt":"p2","answer1":"a","answer2":"b"}]""").statusCode(201)
                .body("task_count", equalTo(2)).body("annotation_count", equalTo(0))
                .body("prediction_count", equalTo(0))
                .body("file_upload_ids", hasSize(0)).body("could_be_tasks_list", equalTo(false))
                .body("found_formats", hasSize(0)).body("data_columns", hasSize(0)).body("task_ids", hasSize(2))
                .extract().path("task_ids");

        TopicReader.Seen seen = TopicReader.of(Topic.TASKS, ids.get(0), 1).get(0);
        assertThat(seen.value()).contains(
                "{\"prompt\":\"p1\",\"answer1\":\"é☃ 日本語\",\"answer2\":\"b\",\"z\":1.50,\"a\":12345678901234567890}");
        TaskRecord second = TopicReader.of(Topic.TASKS, ids.get(1), 1).get(0).as(TaskRecord.class);
        assertThat(second.innerId()).isEqualTo(2);
        assertThat(second.projectId()).isEqualTo(project);
        assertThat(
                TopicReader.of(Topic.PROJECTS, project, 1).get(0).as(ProjectRecord.class).comparisonSpec().controls())
                .extracting("name").containsExactly("comparison", "tie");
    }

    @Test
    void storesNothingWhereOneItemIsWrong() {
        int project = owner.project();

        owner.importJson(project, "[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"},{\"prompt\":\"only\"}]")
                .statusCode(400)
                .body("detail", equalTo("Validation error"))
                .body("validation_errors.non_field_errors", contains(
                        "Error at item 1: \"answer1\" key is expected in task data [assume: item as is = task root with "
                                + "values]  :: {'prompt': 'only'}"));

        owner.get("/api/tasks?project=" + project).statusCode(200).body("total", equalTo(0));
        owner.get("/api/projects/" + project).statusCode(200).body("task_number", equalTo(0));
        owner.request().get("/api/projects/" + project).then().body("id", not(equalTo(0)));
    }
}
