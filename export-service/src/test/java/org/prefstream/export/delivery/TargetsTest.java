package org.prefstream.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What an operator writes wrongly ends the start, with the key's name. */
class TargetsTest {

    private static Targets targets(Map<String, String> settings) {
        return targets(new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "test", 100)));
    }

    private static Targets targets(SmallRyeConfigBuilder builder) {
        SmallRyeConfig config = builder.addDiscoveredConverters()
                .withMapping(TargetsConfig.class)
                .withMapping(DeliveryConfig.class)
                .withValidateUnknown(false)
                .build();
        return new Targets(config.getConfigMapping(TargetsConfig.class), config.getConfigMapping(DeliveryConfig.class),
                config);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "prefstream.targets.lake.folder=data|prefstream.targets.lake.folder must be an absolute path, not \"data\"",
            "prefstream.targets.lake.folder=/etc/passwd|prefstream.targets.lake.folder is no folder: \"/etc/passwd\"",
            "prefstream.targets.My_lake.folder=/tmp|prefstream.targets.My_lake is no name for a target",
            "prefstream.targets.lake.floder=/tmp|prefstream.targets.lake.floder is no setting of a target",
            "prefstream.targets.lake.s3.bucket=b|prefstream.targets.lake.s3.access-key is not set",
            "prefstream.targets.lake.s3.bucket=b;prefstream.targets.lake.s3.access-key=a|prefstream.targets.lake.s3.secret-key is not set",
            "prefstream.targets.lake.s3.region=eu|prefstream.targets.lake needs either .folder or .s3.bucket",
            "prefstream.targets.lake.s3.bucket=b;prefstream.targets.lake.folder=/tmp|prefstream.targets.lake needs either",
            "prefstream.targets.lake.s3.bucket=b;prefstream.targets.lake.s3.access-key=a;prefstream.targets.lake.s3.secret-key=s;prefstream.targets.lake.s3.endpoint=host:9000|prefstream.targets.lake.s3.endpoint must be an address",
            "prefstream.targets.lake.s3.bucket=b;prefstream.targets.lake.s3.access-key=a;prefstream.targets.lake.s3.secret-key=s;prefstream.targets.lake.s3.prefix=a/../b//c|prefstream.targets.lake.s3.prefix may have"})
    void aWrongSettingIsNamed(String settings, String message) {
        Map<String, String> all = new HashMap<>();
        for (String setting : settings.split(";", -1)) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        assertThatThrownBy(() -> targets(all)).hasMessageContaining(message);
    }

    @Test
    void theStartNeverTellsASecret() {
        assertThatThrownBy(() -> targets(
                Map.of("prefstream.targets.lake.s3.bucket", "b", "prefstream.targets.lake.s3.secret-key", "hush")))
                .hasMessageNotContaining("hush");
    }

    @Test
    void environmentVariablesNameTargetsToo() {
        Targets targets = targets(
                new SmallRyeConfigBuilder().withSources(new EnvConfigSource(Map.of("PREFSTREAM_TARGETS_DISK_FOLDER",
                        "/tmp", "PREFSTREAM_TARGETS_LAKE_S3_BUCKET", "b", "PREFSTREAM_TARGETS_LAKE_S3_ACCESS_KEY", "a",
                        "PREFSTREAM_TARGETS_LAKE_S3_SECRET_KEY", "s", "PREFSTREAM_TARGETS_LAKE_S3_PATH_STYLE", "true"),
                        300)));

        assertThat(targets.all()).containsExactly(new Targets.View("disk", "folder"), new Targets.View("lake", "s3"));
    }

    @Test
    void noTargetsAreNamedByDefault() {
        assertThat(targets(Map.of()).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Poems & Prose, poems-prose", "../../etc/passwd, etc-passwd", "'  Größe: 5 Äpfel', gro-e-5-apfel",
            "日本語, project", "..., project", "'a/b\\c\0d', a-b-c-d",
            "A title that is far longer than any name of a folder should be, a-title-that-is-far-longer-than-any-name"})
    void aTitleGivesANameOfPlainLetters(String title, String slug) {
        assertThat(NewDelivery.slug(title)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/passwd", "data/../../x", ".hidden", "a//b", "a\\b", "a/.b"})
    void aFolderHasNoFilesOutsideOfItsPlace(String name) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        Store nowhere = new FolderStore(Path.of("/nowhere"));

        assertThatThrownBy(() -> new PlacedFiles(nowhere, "7-poems/3/HF")
                .addUnpacked(new ByteArrayInputStream(packed.toByteArray())))
                .hasMessageContaining("has a file of the name");
    }
}
