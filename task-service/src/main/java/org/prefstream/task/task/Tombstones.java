package org.prefstream.task.task;

import java.util.ArrayList;
import java.util.List;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;

/** What is published when a task goes: its own deletion, and that of the annotations that came with it. */
final class Tombstones {

    private Tombstones() {
    }

    static List<OutboxEntry> of(long taskId, long projectId, long revision, int importedAnnotations) {
        List<OutboxEntry> entries = new ArrayList<>();
        entries.add(OutboxEntry.delete(Topic.TASKS, Long.toString(taskId), revision, projectId));
        for (int index = 0; index < importedAnnotations; index++) {
            entries.add(OutboxEntry.delete(Topic.IMPORTS, taskId + "/" + index, revision, projectId));
        }
        return entries;
    }
}
