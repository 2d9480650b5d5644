package org.prefstream.labelstudio.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.labelstudio.json.Json;

class ColumnRolesTest {

    /** Columns as files have them; those of datasets are named by what their authors call them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "prompt,answer1,answer2                                   | prompt                | answer1,answer2",
            "answer1,answer2,prompt                                   | prompt                | answer1,answer2",
            "id,prompt,answer1,answer2,answer1_model,answer2_model    | prompt                | answer1,answer2",
            "Prompt,Answer A,Answer B                                 | Prompt                | Answer A,Answer B",
            "question,responseA,responseB,winner                      | question              | responseA,responseB",
            "question_id,model_a,model_b,winner,conversation_a,conversation_b,turn |          | conversation_a,conversation_b",
            "prompt,chosen,rejected                                   | prompt                | chosen,rejected",
            "chosen,rejected                                          |                       | chosen,rejected",
            "instruction,input,output_1,output_2,preference           | instruction,input     | output_1,output_2",
            "prompt,response_0,response_1,is_response_0_safe          | prompt                | response_0,response_1",
            "system,question,chosen,rejected                          | system,question       | chosen,rejected",
            "prompt,model_1_response,model_2_response,model_1,model_2 | prompt                | model_1_response,model_2_response",
            "frage,erste,zweite                                       | frage                 | erste,zweite",
            "prompt,first try,best try                                | prompt                | first try,best try",
            "prompt,answer1,answer2,answer3                           | prompt                | answer1,answer2",
            "prompt,response_a,response_b,response_a_model,response_b_model | prompt          | response_a,response_b",
            "chosen,rejected,source                                   |                       | chosen,rejected",
            "prompt,labelling_prompt,chosen,rejected                  | prompt                | chosen,rejected",
            "instruction,output,dataset                               | instruction           |",
            "instruction,input,output,text                            | instruction,input     |",
            "title,post,summary_1,summary_2                           | post                  | summary_1,summary_2",
            "topic,answer_a,answer_b                                  | topic                 | answer_a,answer_b",
            "prompt,completion                                        | prompt                |",
            "prompt                                                   | prompt                |",
            "text                                                     |                       |"})
    void knowsPromptsAndAnswersByTheirNames(String columns, String prompts, String answers) {
        ColumnRoles roles = ColumnRoles.of(columns(texts(columns.strip().split(","))));

        assertThat(roles.prompts()).isEqualTo(names(prompts));
        assertThat(roles.answers()).isEqualTo(names(answers));
    }

    @Test
    void takesAListOfAnswersForWhatIsCompared() {
        Map<String, Object> task = Json.readObject("""
                {"prompt": "p", "tags": ["x", "y"], "responses": ["one", "two", "three"]}""");

        assertThat(ColumnRoles.of(columns(task))).isEqualTo(new ColumnRoles(List.of("prompt"), List.of("responses")));
    }

    @Test
    void takesAConversationForAPromptWhereTheAnswersAreApart() {
        Map<String, Object> task = Json.readObject("""
                {"messages": [{"role": "user", "content": "Hello"}],
                 "response_1": [{"role": "assistant", "content": "Hi"}],
                 "response_2": [{"role": "assistant", "content": "Good day"}]}""");

        assertThat(ColumnRoles.of(columns(task)))
                .isEqualTo(new ColumnRoles(List.of("messages"), List.of("response_1", "response_2")));
    }

    @Test
    void showsNothingThatATaskLacks() {
        List<Map<String, Object>> tasks = List.of(Json.readObject("""
                {"prompt": "p", "context": "c", "answer1": "a", "answer2": "b"}"""), Json.readObject("""
                {"prompt": "p", "context": null, "answer1": "a", "answer2": "b"}"""));

        assertThat(ColumnRoles.of(Column.of(tasks, true)).prompts()).containsExactly("prompt");
    }

    @Test
    void takesAnswersThatAreNumbers() {
        Map<String, Object> task = Json
                .readObject("{\"prompt\":\"Name a prime.\",\"answer1\":\"7\",\"answer2\":\"9\"}");

        assertThat(ColumnRoles.of(columns(task)).answers()).containsExactly("answer1", "answer2");
    }

    @Test
    void takesTextsOfWhichSomeAreNumbersForTexts() {
        List<Map<String, Object>> tasks = List.of(texts("prompt", "answer1", "answer2"), Json.readObject("""
                {"prompt": "Name a prime.", "answer1": "7", "answer2": "9"}"""));

        assertThat(Column.of(tasks, true)).extracting(Column::kind).containsOnly(Column.Kind.TEXT);
    }

    @Test
    void doesNotShowAColumnWhoseNameNoConfigurationCanSay() {
        Map<String, Object> task = new LinkedHashMap<>(texts("prompt", "answer1", "answer2"));
        task.put("1 1", "c");

        List<Column> columns = columns(task);

        assertThat(columns.get(3).hindrance()).isEqualTo(Column.Hindrance.NAME);
        assertThat(ColumnRoles.of(columns).prompts()).containsExactly("prompt");
    }

    @Test
    void showsNoConversationAboveTheAnswersThatHoldsOneOfThem() {
        Map<String, Object> task = Json.readObject(
                """
                        {"prompt": "Why?", "messages": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "So."}],
                         "chosen": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "So."}],
                         "rejected": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "No."}]}""");

        assertThat(ColumnRoles.of(columns(task)))
                .isEqualTo(new ColumnRoles(List.of("prompt"), List.of("chosen", "rejected")));
    }

    @Test
    void comparesNoListOfWordsBesideAnAnswer() {
        Map<String, Object> task = Json
                .readObject("{\"prompt\": \"p\", \"response\": \"r\", \"turns\": [\"a\", \"b\"]}");

        assertThat(ColumnRoles.of(columns(task)).answers()).isEmpty();
    }

    @Test
    void takesAPairForAListUnlessItIsKnownThatNoTaskHasMore() {
        Map<String, Object> task = Json.readObject("{\"prompt\": \"p\", \"answers\": [\"a\", \"b\"]}");

        assertThat(columns(task).get(1).kind()).isEqualTo(Column.Kind.PAIR);
        assertThat(Column.of(List.of(task), false).get(1).kind()).isEqualTo(Column.Kind.LIST);
    }

    private static List<Column> columns(Map<String, Object> task) {
        return Column.of(List.of(task), true);
    }

    private static Map<String, Object> texts(String... names) {
        Map<String, Object> task = new LinkedHashMap<>();
        Arrays.stream(names).map(String::strip).forEach(name -> task.put(name, "A text about " + name + "."));
        return task;
    }

    private static List<String> names(String list) {
        return list == null || list.isBlank() ? List.of() : List.of(list.strip().split(","));
    }
}
