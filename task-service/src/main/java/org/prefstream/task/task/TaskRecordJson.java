package org.prefstream.task.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Times;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.labelstudio.json.Json;

/**
 * Writes the records of new tasks around the JSON of their data, which is there already: to write the data again would cost more
 * than all else that is done for a task. The text is the one that {@link Json#write} makes of a {@link TaskRecord}.
 */
final class TaskRecordJson {

    /** The part of the dataset that tasks belong to, as yet. */
    static final String SPLIT = "train";

    private final String written;

    /**
     * @param by who writes the tasks
     * @param now the time of all of them
     */
    TaskRecordJson(long by, Instant now) {
        String at = Times.format(now);
        this.written = ",\"created_at\":\"" + at + "\",\"updated_at\":\"" + at + "\",\"created_by\":" + by
                + ",\"updated_by\":" + by + ",\"overlap\":";
    }

    /** {@return what publishes a new task} */
    OutboxEntry entry(NewTask task) {
        return new OutboxEntry(Topic.TASKS.topicName(), Long.toString(task.id()), Topic.TASKS.eventType(), json(task),
                Map.of(), task.revision(), task.projectId());
    }

    /** {@return the record's JSON} */
    String json(NewTask task) {
        return "{\"task_id\":" + task.id() + ",\"project_id\":" + task.projectId() + ",\"inner_id\":" + task.innerId()
                + ",\"data\":" + task.content().dataJson() + ",\"meta\":" + task.content().metaJson() + written
                + task.overlap() + ",\"content_sha256\":\"" + task.content().dataSha256() + "\",\"split\":\"" + SPLIT
                + "\",\"predictions\":" + predictions(task) + "}";
    }

    private static String predictions(NewTask task) {
        if (task.predictions().isEmpty()) {
            return "[]";
        }
        List<TaskRecord.Prediction> summaries = task.predictions()
                .stream()
                .map(prediction -> new TaskRecord.Prediction(prediction.id(), prediction.modelVersion(),
                        prediction.score()))
                .toList();
        return Json.write(summaries);
    }
}
