package org.prefstream.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.prefstream.embedded.FreePorts;

/** Runs the launcher as a process of its own, on a source tree with fake services in place of the built ones. */
final class LocalProgram {

    private final Path home;
    private final Path data;
    final int port = FreePorts.next();
    final int kafkaPort = FreePorts.next();

    LocalProgram(Path folder) throws IOException {
        home = folder.resolve("home");
        data = folder.resolve("data");
        for (String service : List.of("task-service", "annotation-service", "export-service", "frontend")) {
            writeFakeService(home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
        }
    }

    Path data() {
        return data;
    }

    Process start(Path output, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m", "-XX:TieredStopAtLevel=1", "-Dprefstream.home=" + home, "-cp",
                System.getProperty("java.class.path"), LocalMain.class.getName(), "--data", data.toString(), "--port",
                Integer.toString(port), "--kafka-port", Integer.toString(kafkaPort)));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** Runs the launcher when it is expected to refuse. {@return its exit status and its output} */
    String refusal(Path output, String... more) throws Exception {
        Process process = start(output, more);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("It did not refuse: " + Files.readString(output));
        }
        return "%d %s".formatted(process.exitValue(), Files.readString(output).strip());
    }

    long pid(String process) throws IOException {
        return Long.parseLong(Files.readString(data.resolve("run").resolve(process + ".pid")).strip());
    }

    private static void writeFakeService(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, Path.of("target", "test-classes").toUri().toString());
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }
}
