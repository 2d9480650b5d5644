package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;

class FormBodyTest {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=b0undary";

    @Test
    void readsTextsOfAnUrlencodedForm() {
        assertThat(read(URLENCODED, "title=a+b%20c&e=%C3%A9%F0%9F%98%80&empty=&bare&data=%7B%22a%22%3A1%7D"))
                .containsExactly(entry("title", "a b c"), entry("e", "é😀"), entry("empty", ""), entry("bare", ""),
                        entry("data", "{\"a\":1}"));
    }

    @Test
    void readsTextsOfAMultipartForm() {
        assertThat(read(MULTIPART, part("title", "a&b=é😀") + part("empty", "") + "--b0undary--\r\n"))
                .containsExactly(entry("title", "a&b=é😀"), entry("empty", ""));
    }

    @Test
    void theLastOneOfAFieldThatComesTwiceCounts() {
        assertThat(read(URLENCODED, "a=1&b=2&a=3")).containsEntry("a", "3").hasSize(2);
        assertThat(read(MULTIPART, part("a", "1") + part("a", "3") + "--b0undary--\r\n")).containsOnly(entry("a", "3"));
    }

    @Test
    void anEmptyFormHasNoFields() {
        assertThat(read(URLENCODED, "")).isEmpty();
    }

    @Test
    void readsALongText() {
        assertThat(read(URLENCODED, "a=" + "x".repeat(3_000_000))).containsEntry("a", "x".repeat(3_000_000));
    }

    @Test
    void refusesAFile() {
        String file = part("data\"; filename=\"tasks.json", "{}") + "--b0undary--\r\n";

        assertThatThrownBy(() -> read(MULTIPART, file)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("data", "Send a text. Only the import takes files.")));
    }

    @Test
    void refusesTextThatCannotBeStored() {
        assertThatThrownBy(() -> read(URLENCODED, "a=x%00"))
                .isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.violations()).extracting(Violation::field).containsExactly("a"))
                .hasMessageContaining("NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%e"})
    void refusesWhatIsNoForm(String body) {
        refusedAsMalformed(URLENCODED, body);
    }

    @Test
    void refusesAMultipartFormWithoutItsBoundary() {
        refusedAsMalformed("multipart/form-data", part("a", "1") + "--b0undary--\r\n");
        refusedAsMalformed("multipart/form-data; boundary=other", part("a", "1") + "--b0undary--\r\n");
    }

    @Test
    void refusesAMultipartFormThatIsCutOff() {
        String whole = part("a", "1") + part("b", "2") + "--b0undary--\r\n";

        for (int length = 1; length < whole.length() - "--b0undary--\r\n".length(); length++) {
            refusedAsMalformed(MULTIPART, whole.substring(0, length));
        }
    }

    @Test
    void refusesMoreFieldsThanAnybodySends() {
        assertThatThrownBy(() -> read(URLENCODED, "a=1&".repeat(2_000))).isInstanceOf(ProblemException.class);
    }

    private static void refusedAsMalformed(String contentType, String body) {
        assertThatThrownBy(() -> read(contentType, body)).as(body)
                .isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED_BODY));
    }

    private static Map<String, Object> read(String contentType, String body) {
        return FormBody.read(body.getBytes(StandardCharsets.UTF_8), contentType);
    }

    private static String part(String name, String text) {
        return "--b0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
    }
}
