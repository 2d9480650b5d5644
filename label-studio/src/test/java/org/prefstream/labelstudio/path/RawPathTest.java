package org.prefstream.labelstudio.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/projects", "/api/projects/", "/api/projects/7/export", "/assets/index-a1.B2.js",
            "/api/tasks/1...2", "/a/.hidden", "/a/...", "/caf%C3%A9", "/a%20b", "/a%252fb", "/a:b@c,d"})
    void letsPlainPathsPass(String path) {
        assertThat(RawPath.refusal(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api;x=1/projects", "/api//projects", "//api", "/api/projects//", "/api\\projects",
            "/api%2fprojects", "/api%2Fprojects", "/api%5cx", "/api%5Cx", "/api%3bx", "/api%3Bx", "/api%00", "/..",
            "/../x", "/api/..", "/api/../internal", "/api/%2e%2e/internal", "/api/%2E./internal", "/api/.%2e", "", "*",
            "api", "http://host/api", "/100%", "/%zz", "/%4", "/a b", "/a#b", "/a\tb", "/a\u0000b", "/a\u007fb"})
    void refusesPathsThatCanBeReadInMoreThanOneWay(String path) {
        assertThat(RawPath.refusal(path)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/a%2Fb|contains \"%2f\"", "/a/%2E%2e/b|has a segment \"%2E%2e\"",
            "/a//b|contains \"//\"", "x|does not begin with \"/\""})
    void saysWhatIsWrong(String path, String reason) {
        assertThat(RawPath.refusal(path).orElseThrow()).contains(reason);
    }
}
