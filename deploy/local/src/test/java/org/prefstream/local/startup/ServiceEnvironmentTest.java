package org.prefstream.local.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    @Test
    void namesOfTargetsAreHandedOnAndNothingElseOfTheCallersSettings() {
        Map<String, String> callers = Map.of("PREFSTREAM_TARGETS_DISK_FOLDER", "/srv/datasets",
                "PREFSTREAM_DELIVERY_AT_ONCE", "1", "PREFSTREAM_DB_HOST", "elsewhere", "PATH", "/bin");

        assertThat(ServiceEnvironment.targets(callers)).isEqualTo(
                Map.of("PREFSTREAM_TARGETS_DISK_FOLDER", "/srv/datasets", "PREFSTREAM_DELIVERY_AT_ONCE", "1"));
    }
}
