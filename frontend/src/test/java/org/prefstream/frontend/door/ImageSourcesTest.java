package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

class ImageSourcesTest {

    private final ImageSources sources = sources(
            "https://images.example.org/prefs, http://store_1:9000/a%20b/,https://[2001:DB8::1]");

    @Test
    void areListedInTheOneWayInWhichTheyAreCompared() {
        assertThat(sources.listed()).containsExactly("https://images.example.org/prefs/", "http://store_1:9000/a%20b/",
                "https://[2001:db8::1]/");
        assertThat(sources("HTTPS://Images.Example.ORG:443").listed()).containsExactly("https://images.example.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://images.example.org/prefs/cat.png", "https://images.example.org/prefs",
            "https://IMAGES.example.org:443/prefs/a/b.png", "HTTPS://images.example.org/prefs/%E2%82%AC.png",
            "https://images.example.org/prefs/a.png?X-Amz-Credential=A%2F2026&next=https://evil.example/..",
            "http://store_1:9000/a%20b/c", "https://[2001:db8::1]/cat.png",
            "https://images.example.org/prefs/a..b.png"})
    void allowWhatBeginsWithThem(String from) {
        assertThat(sources.allowed(List.of(from)).host()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://images.example.org/", "https://images.example.org/prefs2/cat.png",
            "https://images.example.org/Prefs/cat.png", "https://images.example.org/%70refs/cat.png",
            "http://images.example.org/prefs/cat.png", "https://images.example.org:8443/prefs/cat.png",
            "https://images.example.org.evil.example/prefs/cat.png", "https://evil.example/prefs/cat.png",
            "https://evil.example/images.example.org/prefs/", "https://images.example.orgevil.example/prefs/",
            "https://xn--mages-5ya.example.org/prefs/cat.png", "http://store_1/a%20b/c",
            "http://169.254.169.254/prefs/", "https://evil.example/?https://images.example.org/prefs/"})
    void refuseWhatBeginsWithNoneOfThem(String from) {
        ProblemException problem = refusal(from);

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.violations()).extracting(ProblemException.Violation::field).containsExactly("from");
        assertThat(problem.detail()).contains("/images/sources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cat.png", "/prefs/cat.png", "//images.example.org/prefs/cat.png", "https:", "https://",
            "https:images.example.org/prefs/", "https:///prefs/cat.png", "ftp://images.example.org/prefs/cat.png",
            "file:///etc/passwd", "data:image/png;base64,AAAA", "javascript:alert(1)",
            "https://images.example.org@evil.example/prefs/", "https://evil.example:x@images.example.org/prefs/",
            "https://images.example.org:80@evil.example/prefs/", "https://images.example.org\\@evil.example/prefs/",
            "https://images.example.org/prefs/../secret.png", "https://images.example.org/prefs/%2e%2E/secret.png",
            "https://images.example.org/prefs/.%2e/secret.png", "https://images.example.org/prefs/..",
            "https://images.example.org/prefs/./a", "https://images.example.org/prefs/%2E/a",
            "https://images.example.org/prefs/..%2fsecret.png", "https://images.example.org/prefs/a%2Fb",
            "https://images.example.org/prefs/%252e%252e/secret.png", "https://images.example.org/prefs/%25252fsecret",
            "https://images.example.org/prefs/..%5csecret.png", "https://images.example.org/prefs\\..\\secret.png",
            "https://images.example.org/prefs/..;/secret.png", "https://images.example.org/prefs//secret.png",
            "https://images.example.org//prefs/cat.png", "https://images.example.org/prefs/a%00.png",
            "https://images.example.org/prefs/cat.png#x", "https://images.example.org/prefs/a b",
            "https://images.example.org/prefs/%", "https://images.example.org/prefs/€.png",
            "https://ımages.example.org/prefs/cat.png", "https://images.example.org:0/prefs/",
            "https://images.example.org:99999/prefs/", "https://images.example.org./prefs/cat.png",
            "https://images.example.org/prefs/a\r\nHost: evil.example", " https://images.example.org/prefs/cat.png"})
    void refuseWhatCanBeReadInTwoWays(String from) {
        ProblemException problem = refusal(from);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).startsWith("from: \"").contains("https://images.example.org/cat.png");
    }

    @Test
    void takeOneAddress() {
        String cat = "https://images.example.org/prefs/cat.png";

        assertThatThrownBy(() -> sources.allowed(List.of())).hasMessageStartingWith("from: Send one address");
        assertThatThrownBy(() -> sources.allowed(List.of(cat, cat))).hasMessageStartingWith("from: Send one address");
    }

    @Test
    void areNoneUnlessTheOperatorListsSome() {
        ImageSources none = new ImageSources(config(Map.of()));

        assertThat(none.listed()).isEmpty();
        assertThatThrownBy(() -> none.allowed(List.of("https://images.example.org/prefs/cat.png")))
                .hasMessageContaining("PREFSTREAM_IMAGES_SOURCES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images.example.org", "https://", "https://images.example.org/?a", "https://a@b.example/",
            "https://images.example.org/a/../b", "*", "https://*.example.org"})
    void areRefusedAtTheStartIfTheyAreNoBeginnings(String source) {
        assertThatThrownBy(() -> sources(source)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("prefstream.images.sources: \"" + source + "\"");
    }

    private ProblemException refusal(String from) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> sources.allowed(List.of(from)));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static ImageSources sources(String listed) {
        return new ImageSources(config(Map.of("prefstream.images.sources", listed)));
    }

    private static DoorConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(DoorConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withValidateUnknown(false);
        for (String service : List.of("task", "annotation", "export")) {
            builder.withDefaultValue("prefstream." + service + ".url", "http://127.0.0.1:1")
                    .withDefaultValue("prefstream." + service + ".internal-url", "http://127.0.0.1:1");
        }
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(DoorConfig.class);
    }
}
