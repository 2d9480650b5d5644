package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

/** Journey 8, labeling configurations: a message that names the tag and the line. */
@Order(8)
@ExtendWith(SharedSystem.class)
class RefusedConfigurationJourney {

    static final String PAIR = "<Text name=\"a\" value=\"$a\"/><Text name=\"b\" value=\"$b\"/>\n";

    final RunningSystem system;
    final String title = "Refused " + UUID.randomUUID().toString().substring(0, 8);
    final Project project;

    RefusedConfigurationJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, "Keeps its configuration", 1);
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(system.owner()
                .get("/api/projects?title=" + title.replace(' ', '+'))
                .expect(200)
                .json()
                .path("count")
                .asInt()).isZero();
        assertThat(project.owner().get(project.path("/")).expect(200).json().path("label_config").asText())
                .isEqualTo(Project.CONFIGURATION);
    }

    @TestFactory
    Stream<DynamicTest> newProjects() {
        return Refusal.tests(configurations(this::create));
    }

    @TestFactory
    Stream<DynamicTest> changes() {
        return Refusal.tests(
                configurations(config -> project.owner().patch(project.path("/"), Map.of("label_config", config))));
    }

    @TestFactory
    Stream<DynamicTest> titles() {
        return Refusal.tests(Stream.of(
                Refusal.of("a title of two characters",
                        () -> system.owner().post("/api/projects", Map.of("title", "ab")), 400, "validation_errors",
                        "title", "at least 3 characters"),
                Refusal.of("a title of 51 characters",
                        () -> system.owner().post("/api/projects", Map.of("title", "t".repeat(51))), 400, "title",
                        "50")));
    }

    private static Stream<Refusal> configurations(Function<String, Answer> store) {
        return Stream.of(
                refusal(store, "a tag that is not closed", "<View>\n<Text name=\"a\" value=\"$a\">\n</View>", "line"),
                refusal(store, "a DTD", "<!DOCTYPE View [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<View>&e;</View>",
                        "DTD|DOCTYPE"),
                refusal(store, "an object without a name", "<View>\n" + PAIR + "<Text value=\"$c\"/>\n</View>", "Text",
                        "name", "line 3"),
                refusal(store, "a control without a name", "<View>\n" + PAIR + "<Pairwise toName=\"a,b\"/>\n</View>",
                        "Pairwise", "name", "line 3"),
                refusal(store, "a toName that points nowhere",
                        "<View>\n" + PAIR + "<Pairwise name=\"c\" toName=\"a,z\"/>\n</View>", "Pairwise", "\\bz\\b",
                        "line 3"),
                refusal(store, "a doubled name", "<View>\n" + PAIR + "<Pairwise name=\"a\" toName=\"a,b\"/>\n</View>",
                        "Pairwise", "\\ba\\b", "line 3"),
                refusal(store, "tags nested too deep", "<View>".repeat(2000) + "</View>".repeat(2000),
                        "deep|depth|nest"),
                refusal(store, "too many tags", "<View>" + "<Header value=\"h\"/>".repeat(50_000) + "</View>",
                        "many|elements|tags|large|bytes"),
                refusal(store, "too many attributes", "<View " + attributes(5000) + "/>", "attributes"));
    }

    private static Refusal refusal(Function<String, Answer> store, String what, String config, String... mentions) {
        return Refusal.of(what, () -> store.apply(config), 400,
                Stream.concat(Stream.of("validation_errors", "label_config"), Stream.of(mentions))
                        .toArray(String[]::new));
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int number = 0; number < count; number++) {
            all.append("a").append(number).append("=\"\" ");
        }
        return all.toString();
    }

    private Answer create(String config) {
        return system.owner().post("/api/projects", Map.of("title", title, "label_config", config));
    }
}
