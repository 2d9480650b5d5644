package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.generation.Questions.Given;

class AnswerPlacesTest {

    private static final String PAIR = """
            <View><Header value="Compare"/><Text name="topic" value="Topic: $topic"/><%1$s name="prompt" value="$prompt"/>
            <%1$s name="a" value="$one"/><%1$s name="b" value="$two"/><Pairwise name="pw" toName="a,b"/></View>""";
    private static final Map<Integer, Given> GIVEN = Map.of(0, new Given("first", "m1"), 1, new Given("second", "m2"));

    @Test
    void whatIsThereStaysAndTheRestIsFilled() throws Exception {
        ComparisonSpec spec = spec(PAIR.formatted("Text"));
        Map<String, Object> data = Map.of("topic", "t", "prompt", "p", "two", "mine");
        AnswerPlaces places = AnswerPlaces.of(spec, 2);

        assertThat(places.missingIn(data)).extracting(AnswerPlaces.Place::field).containsExactly("one");
        Map<String, Object> filled = places.filled(data, GIVEN);
        assertThat(filled).containsEntry("one", "first")
                .containsEntry("one_model", "m1")
                .containsEntry("two", "mine")
                .doesNotContainKey("two_model");
        assertThat(RequiredFields.of(spec).flaw(filled)).isEmpty();
        assertThat(RequiredFields.besideCandidates(spec).flaw(Map.of("topic", "t", "prompt", "p"))).isEmpty();
        assertThat(RequiredFields.besideCandidates(spec).flaw(Map.of("topic", "t"))).isPresent();
    }

    @Test
    void dialoguesGetMessages() throws Exception {
        AnswerPlaces places = AnswerPlaces.of(spec(PAIR.formatted("Chat")), 2);

        assertThat(places.filled(Map.of(), GIVEN)).containsEntry("one",
                List.of(Map.of("role", "assistant", "content", "first")));
    }

    @Test
    void answersThatSayTheSameAreToldAlsoOfWhatTheTaskBrought() throws Exception {
        AnswerPlaces texts = AnswerPlaces.of(spec(PAIR.formatted("Text")), 2);
        Map<Integer, Given> same = Map.of(0, new Given("same", "m1"), 1, new Given(" same\n", "m2"));

        assertThat(texts.identical(Map.of(), same)).containsExactlyInAnyOrder(0, 1);
        assertThat(texts.identical(Map.of(), GIVEN)).isEmpty();
        Map<Integer, Given> first = Map.of(0, new Given("mine\n", "m1"));
        assertThat(texts.identical(Map.of("two", "\tmine"), first)).containsExactly(0);
        assertThat(texts.identical(Map.of("two", "Mine"), first)).isEmpty();
        AnswerPlaces dialogues = AnswerPlaces.of(spec(PAIR.formatted("Chat")), 2);
        assertThat(dialogues.identical(Map.of("two", List.of(Map.of("role", "assistant", "content", "mine"))), first))
                .containsExactly(0);
    }

    @Test
    void onlyFieldsOfTheirOwnAreFilled() {
        assertThatThrownBy(() -> AnswerPlaces.of(spec(PAIR.formatted("Text").replace("$two", "$both[1]")), 2))
                .hasMessageContaining("\"b\" shows them ($both[1])");
        assertThatThrownBy(() -> AnswerPlaces.of(spec(PAIR.formatted("Text")), 3)).hasMessageContaining("Must be 2");
    }

    @Test
    void thePromptIsWhatIsShownBesideTheAnswers() throws Exception {
        ComparisonSpec spec = spec(PAIR.formatted("Text"));

        assertThat(PromptMessages.of(spec, Map.of("topic", "birds", "prompt", "Why do they sing?"), "Be brief."))
                .containsExactly(Map.of("role", "system", "content", "Be brief."),
                        Map.of("role", "user", "content", "Topic: birds\n\nWhy do they sing?"));
        List<Map<String, String>> chat = List.of(Map.of("role", "system", "content", "Rules"),
                Map.of("role", "user", "content", "Hi"));
        assertThat(PromptMessages.of(spec(PAIR.formatted("Chat").replace("Topic: $topic", "$prompt")),
                Map.of("prompt", chat), "Not said.")).extracting(message -> message.get("content"))
                .contains("Rules", "Hi")
                .doesNotContain("Not said.");
        ComparisonSpec plain = spec(PAIR.formatted("Text").replace("Topic: $topic", "$prompt"));
        assertThatThrownBy(() -> PromptMessages.of(plain, Map.of("prompt", " "), "")).isInstanceOf(NotAnswered.class)
                .hasMessageContaining("prompt is empty");
    }

    private static ComparisonSpec spec(String xml) throws Exception {
        return LabelingConfig.parse(xml).spec();
    }
}
