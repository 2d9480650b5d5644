package org.prefstream.e2e.support;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;

import com.fasterxml.jackson.databind.JsonNode;

/** A project of one journey, in its owner's hands. */
public record Project(long id, ApiClient owner) {

    /** Two answers to a prompt, a Choices for what is neither, a reason. */
    public static final String CONFIGURATION = """
            <View>
              <Text name="prompt" value="$prompt"/>
              <Pairwise name="comparison" toName="answer1,answer2"/>
              <Text name="answer1" value="$answer1"/>
              <Text name="answer2" value="$answer2"/>
              <Choices name="neither" toName="prompt"><Choice value="Tie"/><Choice value="Both bad"/></Choices>
              <TextArea name="why" toName="prompt"/>
            </View>""";

    /** How many tasks a page may hold. */
    private static final int LEASES_MAX = 12;

    /** Makes a project whose tasks need that many annotators. */
    public static Project create(RunningSystem system, String title, int overlap) {
        return create(system, Map.of("title", title, "label_config", CONFIGURATION, "maximum_annotations", overlap));
    }

    public static Project create(RunningSystem system, Map<String, Object> settings) {
        ApiClient owner = system.owner();
        return new Project(owner.post("/api/projects", settings).expect(201).json().path("id").asLong(), owner);
    }

    /** {@return a person who may label here} */
    public Person member(RunningSystem system) {
        return withMember(Person.annotator(system));
    }

    /** {@return the person, who may label here from now on} */
    public Person withMember(Person person) {
        Answer added = owner.post(path("/members"), Map.of("user", person.id()));
        if (added.status() / 100 != 2) {
            throw new AssertionError(added);
        }
        return person;
    }

    /** Imports that many comparisons and returns the ids of their tasks. */
    public List<Long> importComparisons(int count) {
        return importTasks(IntStream.range(0, count).mapToObj(Project::comparison).toList());
    }

    public List<Long> importTasks(List<?> tasks) {
        List<Long> ids = new ArrayList<>();
        owner.post(path("/import?return_task_ids=1"), tasks)
                .expect(201)
                .json()
                .path("task_ids")
                .forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    /** Takes tasks for somebody as their page does, and returns all that they hold now. */
    public List<Long> claim(Person person) {
        List<Long> tasks = new ArrayList<>();
        person.api()
                .post(path("/leases"), Map.of("count", LEASES_MAX))
                .expect(200)
                .json()
                .path("leases")
                .forEach(lease -> tasks.add(lease.path("task_id").asLong()));
        return tasks;
    }

    /** {@return the file of an export} */
    public String export(String type) {
        return owner.get(path("/export?exportType=" + type)).expect(200).body();
    }

    /** {@return the file of an export, of any kind} */
    public byte[] download(String type) {
        return owner.download(path("/export?exportType=" + type));
    }

    /** {@return the rows of the dataset as exported, by their key} */
    public Map<String, JsonNode> exportedRows() {
        return export("TRL").lines()
                .map(Json::read)
                .collect(toMap(row -> row.path("record_id").asText(), row -> row, (one, other) -> {
                    throw new AssertionError("twice in the export: " + one.path("record_id").asText());
                }, LinkedHashMap::new));
    }

    /** {@return the annotations of all tasks as exported in Label Studio's JSON} */
    public List<JsonNode> exportedAnnotations() {
        return StreamSupport.stream(Json.read(export("JSON")).spliterator(), false)
                .flatMap(task -> StreamSupport.stream(task.path("annotations").spliterator(), false))
                .toList();
    }

    /** {@return a path below this project} */
    public String path(String rest) {
        return "/api/projects/" + id + rest;
    }

    /** {@return a task that nobody confuses with another one of the same project} */
    public static Map<String, Object> comparison(int number) {
        return Map.of("prompt", promptOf(number), "answer1", "First answer to " + number, "answer2",
                "Second answer to " + number, "answer1_model", "model-a", "answer2_model", "model-b");
    }

    /** {@return the prompt of the comparison with that number} */
    public static String promptOf(int number) {
        return "Prompt " + number + ": which is better?";
    }

    /** {@return this project's records on a topic, and the tombstones of keys that it had} */
    public List<TopicEntry> published(RunningSystem system, Topic topic) {
        List<TopicEntry> entries = system.topics().read(topic);
        Set<String> keys = entries.stream()
                .filter(entry -> !entry.isTombstone())
                .filter(entry -> Json.read(entry.text()).path("project_id").asLong() == id)
                .map(TopicEntry::key)
                .collect(toSet());
        return entries.stream().filter(entry -> keys.contains(entry.key())).toList();
    }
}
