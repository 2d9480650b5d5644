package org.prefstream.e2e;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;

/** Projects that are judged, for those who train on them. */
final class ToTrainOn {

    private ToTrainOn() {
    }

    /** {@return a project in which each of so many tasks is judged once, left and right in turns} */
    static Project judged(RunningSystem system, int count, IntFunction<Map<String, Object>> task) {
        Project project = Project.create(system, "To train on", 1);
        for (long id : project.importTasks(IntStream.range(0, count).mapToObj(task).toList())) {
            submit(project, id, id % 2 == 0 ? "left" : "right");
        }
        return project;
    }

    static void submit(Project project, long task, String verdict) {
        project.owner().post("/api/tasks/" + task + "/annotations", Judgement.of(verdict)).expect(201);
    }

    /** {@return a task with a conversation, which begins with a word of the system} */
    static Map<String, Object> conversation(int number) {
        return conversation(number, Map.of("role", "user", "content", question(number)));
    }

    /** {@return the same, and its user has a name} */
    static Map<String, Object> named(int number) {
        return conversation(number, Map.of("role", "user", "name", "Ada", "content", question(number)));
    }

    private static String question(int number) {
        return "What is " + number + " + 1?";
    }

    private static Map<String, Object> conversation(int number, Map<String, String> asked) {
        return Map.of("prompt", List.of(Map.of("role", "system", "content", "You add numbers."), asked), "answer1",
                "It is " + (number + 1), "answer2", "I do not know");
    }
}
