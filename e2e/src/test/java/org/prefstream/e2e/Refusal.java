package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.prefstream.e2e.support.Answer;

/**
 * A request that is declined: with that status, in a JSON body, in words that the person who sent it can use.
 *
 * @param mentions
 *            regular expressions, case ignored, each found in the body
 */
record Refusal(String what, Supplier<Answer> request, int status, List<String> mentions) {

    static Refusal of(String what, Supplier<Answer> request, int status, String... mentions) {
        return new Refusal(what, request, status, List.of(mentions));
    }

    static Stream<DynamicTest> tests(Stream<Refusal> refusals) {
        return refusals.map(refusal -> dynamicTest(refusal.what, refusal::check));
    }

    private void check() {
        Answer answer = request.get();

        assertThat(answer.status()).as("%s: %s", answer.request(), answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).matches("application/(problem\\+)?json.*"));
        assertThat(answer.json().has("detail")).as(answer.body()).isTrue();
        assertThat(mentions).allSatisfy(mention -> assertThat(answer.body()).containsPattern("(?is)" + mention));
        assertThat(answer.body()).doesNotContainPattern("org\\.prefstream|java\\.|Exception|\\bat [a-z]+\\.[a-z]+\\.");
    }
}
