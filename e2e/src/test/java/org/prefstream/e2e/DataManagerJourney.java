package org.prefstream.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Connection;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Journey 33: both of Label Studio's SDKs filter, order and save views of tasks, send predictions and do things with chosen tasks. A
 * script says of each step what came and what should have come; each is a test with its name.
 */
@Order(33)
@ExtendWith(SharedSystem.class)
class DataManagerJourney {

    final RunningSystem system;

    @TempDir
    Path folder;

    DataManagerJourney(RunningSystem system) {
        this.system = system;
    }

    @TestFactory
    List<DynamicTest> theLegacySdkDrivesTheDataManager() throws IOException {
        return checks("data_manager_legacy.py", Python.withClients(), 50);
    }

    @TestFactory
    List<DynamicTest> thePresentSdkDrivesTheDataManager() throws IOException {
        return checks("data_manager.py", Python.withPresentSdk(), 40);
    }

    private List<DynamicTest> checks(String script, Python python, int least) throws IOException {
        JsonNode checks = Json.read(run(script, python));
        assertThat(checks).as("a script that ends early checks nothing more").hasSizeGreaterThanOrEqualTo(least);
        return StreamSupport.stream(checks.spliterator(), false)
                .map(check -> dynamicTest(check.path("name").asText(),
                        () -> assertThat(check.path("actual")).isEqualTo(check.path("expected"))))
                .toList();
    }

    /** The only changes of the script are the URL, the key and the project's id. */
    private String run(String name, Python python) throws IOException {
        Connection connection = system.connection();
        Project project = Project.create(system, "The data manager by " + name, 1);
        Files.writeString(folder.resolve(name),
                resource(name).replace("<YOUR-LABEL-STUDIO-URL>", connection.url().toString())
                        .replace("<YOUR-API-KEY>", connection.token())
                        .replace("PROJECT_ID", Long.toString(project.id())));
        return python.run(folder, name);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DataManagerJourney.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }
}
