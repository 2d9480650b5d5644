package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.task.imports.read.Imports.PAIR;
import static org.prefstream.task.imports.read.Imports.json;
import static org.prefstream.task.imports.read.Imports.part;
import static org.prefstream.task.imports.read.Imports.refusal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StorableText;

class JsonRefusalsTest {

    private static final String ONE = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}";
    private static final Map<String, Object> ONE_DATA = Map.of("prompt", "p", "answer1", "a", "answer2", "b");

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "[]", "[ ]\n", "\uFEFF"})
    void refusesAnImportWithoutTasks(String body) {
        ImportInvalid refusal = refusal(body);

        assertThat(refusal.message()).isEqualTo("load_tasks: No tasks added");
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().violations()).extracting(Violation::field).containsExactly("non_field_errors");
    }

    @Test
    void saysWhichKeyIsMissingInLabelStudiosWords() {
        assertThat(refusal(PAIR, part(ImportFormat.JSON, "[{\"prompt\": \"only\"}]")).message()).isEqualTo(
                "Error at item 0: \"answer1\" key is expected in task data [assume: item as is = task root with values]  :: "
                        + "{'prompt': 'only'}");
        assertThat(refusal(PAIR, part(ImportFormat.JSON, ONE + "{\"data\":{\"prompt\":\"it's\",\"answer1\":1.5}}"))
                .message())
                .isEqualTo("Error at item 1: \"answer2\" key is expected in task data "
                        + "[assume: item[\"data\"] = task root with values] :: {'data': {'prompt': \"it's\", 'answer1': 1.5}}");
        assertThat(refusal(PAIR,
                part(ImportFormat.JSON, "{\"prompt\":null,\"x\":[true,false,null,\"a'b\\\"c\\n\\\\\\u0007\"]}"))
                .message())
                .isEqualTo("Error at item 0: \"prompt\" is null, but a value is expected in task data "
                        + "[assume: item as is = task root with values]  :: "
                        + "{'prompt': None, 'x': [True, False, None, 'a\\'b\"c\\n\\\\\\x07']}");
        assertThat(PAIR.flaw(Map.of("prompt", "x"), false))
                .contains("\"answer1\" key is expected in task data [assume: item[\"data\"] = task root with values]");
        assertThat(PAIR.flaw(ONE_DATA, false)).isEmpty();
    }

    @Test
    void cutsALongItemInItsMessage() {
        String message = refusal(PAIR, part(ImportFormat.JSON, "{\"prompt\":\"" + "😀".repeat(2_000) + "\"}"))
                .message();

        assertThat(message).startsWith("Error at item 0: \"answer1\" key").hasSizeLessThan(700).endsWith("😀…");
        assertThat(StorableText.flawIn(message, "message")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{},5]|Error at item 1: a task must be a JSON object :: 5
            [null]|Error at item 0: a task must be a JSON object :: None
            {} []|Error at item 1: a task must be a JSON object :: []
            ["x"]|Error at item 0: a task must be a JSON object :: 'x'
            {"data":"x"}|Error at item 0: "data" must be an object with the task's values :: {'data': 'x'}
            {"data":[]}|Error at item 0: "data" must be an object with the task's values :: {'data': []}
            {"data":{},"meta":[]}|Error at item 0: "meta" must be an object :: {'data': {}, 'meta': []}
            {"data":{},"annotations":{}}|Error at item 0: "annotations" must be a list :: {'data': {}, 'annotations': {}}
            {"data":{},"annotations":[1]}|Error at item 0: annotations[0] must be an object :: {'data': {}, 'annotations': [1]}
            {"data":{},"annotations":[{}]}|Error at item 0: annotations[0].result must be a list of objects :: {'data': {}, 'annotations': [{}]}
            {"data":{},"annotations":[{"result":[1]}]}|Error at item 0: annotations[0].result[0] must be an object :: {'data': {}, 'annotations': [{'result': [1]}]}
            {"data":{},"annotations":[{"result":[],"was_cancelled":1}]}|Error at item 0: annotations[0].was_cancelled must be true or false :: {'data': {}, 'annotations': [{'result': [], 'was_cancelled': 1}]}
            {"data":{},"annotations":[{"result":[],"skip_reason":"x"}]}|Error at item 0: annotations[0].skip_reason belongs to a skip; leave it out of an annotation with a result :: {'data': {}, 'annotations': [{'result': [], 'skip_reason': 'x'}]}
            {"data":{},"annotations":[{"result":[],"was_cancelled":true,"skip_reason":1}]}|Error at item 0: annotations[0].skip_reason must be a text or null :: {'data': {}, 'annotations': [{'result': [], 'was_cancelled': True, 'skip_reason': 1}]}
            {"data":{},"annotations":[{"result":[],"ground_truth":"y"}]}|Error at item 0: annotations[0].ground_truth must be true or false :: {'data': {}, 'annotations': [{'result': [], 'ground_truth': 'y'}]}
            {"data":{},"annotations":[{"result":[],"lead_time":-1}]}|Error at item 0: annotations[0].lead_time must be seconds, zero or more and below 10^15, or null :: {'data': {}, 'annotations': [{'result': [], 'lead_time': -1}]}
            {"data":{},"annotations":[{"result":[],"lead_time":1e15}]}|Error at item 0: annotations[0].lead_time must be seconds, zero or more and below 10^15, or null :: {'data': {}, 'annotations': [{'result': [], 'lead_time': 1E+15}]}
            {"data":{},"annotations":[{"result":[],"lead_time":"1"}]}|Error at item 0: annotations[0].lead_time must be a number or null :: {'data': {}, 'annotations': [{'result': [], 'lead_time': '1'}]}
            {"data":{},"annotations":[{"result":[],"completed_by":"me"}]}|Error at item 0: annotations[0].completed_by must be the id of a user, an object with an email or an id, or null :: {'data': {}, 'annotations': [{'result': [], 'completed_by': 'me'}]}
            {"data":{},"annotations":[{"result":[],"completed_by":{}}]}|Error at item 0: annotations[0].completed_by must be the id of a user, an object with an email or an id, or null :: {'data': {}, 'annotations': [{'result': [], 'completed_by': {}}]}
            {"data":{},"predictions":[{"result":{}}]}|Error at item 0: predictions[0].result must be a list of objects :: {'data': {}, 'predictions': [{'result': {}}]}
            {"data":{},"predictions":[{"result":[],"score":"high"}]}|Error at item 0: predictions[0].score must be a number, the text of a number, or null :: {'data': {}, 'predictions': [{'result': [], 'score': 'high'}]}
            {"data":{},"predictions":[{"result":[],"score":1e999}]}|Error at item 0: predictions[0].score must be a number that a double can hold, or null :: {'data': {}, 'predictions': [{'result': [], 'score': 1E+999}]}
            {"data":{},"predictions":[{"result":[],"score":"1e999"}]}|Error at item 0: predictions[0].score must be a number that a double can hold, or null :: {'data': {}, 'predictions': [{'result': [], 'score': '1e999'}]}
            {"data":{},"predictions":[{"result":[],"score":"NaN"}]}|Error at item 0: predictions[0].score must be a number, the text of a number, or null :: {'data': {}, 'predictions': [{'result': [], 'score': 'NaN'}]}
            {"data":{},"predictions":[{"result":[],"score":""}]}|Error at item 0: predictions[0].score must be a number, the text of a number, or null :: {'data': {}, 'predictions': [{'result': [], 'score': ''}]}
            {"data":{},"predictions":[{"result":[],"score":"1e99999"}]}|Error at item 0: predictions[0].score must be a number, the text of a number, or null :: {'data': {}, 'predictions': [{'result': [], 'score': '1e99999'}]}
            {"data":{},"predictions":[{"result":[],"model_version":true}]}|Error at item 0: predictions[0].model_version must be a text or a number :: {'data': {}, 'predictions': [{'result': [], 'model_version': True}]}
            {"data":{},"predictions":["8"]}|Error at item 0: predictions[0] must be an object :: {'data': {}, 'predictions': ['8']}
            {"data":{},"predictions":[8,1.5]}|Error at item 0: predictions[1] must be an object :: {'data': {}, 'predictions': [8, 1.5]}
            {"data":{},"drafts":{}}|Error at item 0: "drafts" must be a list :: {'data': {}, 'drafts': {}}
            {"data":{},"completions":[{}]}|Error at item 0: completions[0].result must be a list of objects :: {'data': {}, 'completions': [{}]}
            {"data":{},"completions":7}|Error at item 0: "completions" must be a list :: {'data': {}, 'completions': 7}
            {"data":{},"annotations":[{"result":[],"created_at":"soon"}]}|Error at item 0: annotations[0].created_at must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970 :: {'data': {}, 'annotations': [{'result': [], 'created_at': 'soon'}]}
            {"data":{},"annotations":[{"result":[],"updated_at":true}]}|Error at item 0: annotations[0].updated_at must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970 :: {'data': {}, 'annotations': [{'result': [], 'updated_at': True}]}
            {"data":{},"annotations":[{"result":[],"created_at":-5}]}|Error at item 0: annotations[0].created_at must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970 :: {'data': {}, 'annotations': [{'result': [], 'created_at': -5}]}
            {"data":{},"annotations":[{"result":[],"unique_id":"17427efd"}]}|Error at item 0: annotations[0].unique_id must be a UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b, or null :: {'data': {}, 'annotations': [{'result': [], 'unique_id': '17427efd'}]}
            {"data":{},"annotations":[{"result":[],"unique_id":7}]}|Error at item 0: annotations[0].unique_id must be a UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b, or null :: {'data': {}, 'annotations': [{'result': [], 'unique_id': 7}]}
            {"data":{},"annotations":[{"result":[],"completed_by":{"id":1,"email":""}}]}|Error at item 0: annotations[0].completed_by must be the id of a user, an object with an email or an id, or null :: {'data': {}, 'annotations': [{'result': [], 'completed_by': {'id': 1, 'email': ''}}]}
            """)
    void namesTheItemAndTheMemberThatIsWrong(String body, String message) {
        ImportInvalid refusal = refusal(body);

        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().violations()).extracting(Violation::field).containsExactly("non_field_errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"x\"", "null", "true"})
    void refusesAJsonTextThatHoldsNoTasks(String body) {
        assertThat(refusal(body).message())
                .isEqualTo("load_tasks: the tasks must be a JSON array of objects, one object, or one object per line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"a":1},|JSON parse error - the text ends too early at line 1, column 10
            [{"a":1|JSON parse error - the text ends too early at line 1, column 8
            {"a":"b|JSON parse error - the text ends too early at line 1, column 8
            [{"a":1}]x|JSON parse error - Unrecognized token 'x' at line 1, column 10
            [{}]{}|JSON parse error - text after the end of the array at line 1, column 5
            {"a":NaN}|JSON parse error - NaN and Infinity are no JSON numbers; send null or a text at line 1, column 9
            {"a":-Infinity}|JSON parse error - NaN and Infinity are no JSON numbers; send null or a text at line 1, column 15
            """)
    void saysWhereTheJsonIsBroken(String body, String message) {
        ImportInvalid refusal = refusal(body);

        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1}", "{a:1}", "[{},]", "{\"a\":01}", "{\"a\":1.}", "{\"a\":+1}", "{\"a\":\"\t\"}",
            "{\"a\":\"\\x\"}", "{\"a\":tru}", "{}\n{", "{},{}", "}", "{\"a\" 1}", "// c\n{}", "{\"a\":Infinity}",
            "{\"a\":+Infinity}", "abc", "{\"a\":\"\\ud8"})
    void saysNothingAboutItsOwnInsidesWhenTheJsonIsBroken(String body) {
        assertThat(refusal(body).message()).startsWith("JSON parse error - ")
                .contains(" at line ")
                .doesNotContain("`", "com.fasterxml", "Feature", "StreamRead", "Source:", "enable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"a":"x"},{"b":{"c d":["","x\\u0000y"]}}]|Error at item 1: the text at b["c d"][1] holds the character NUL (\\u0000), which cannot be stored; take it out
            {"data":{"a":"\\ud800"}}|Error at item 0: the text at data.a holds half of a surrogate pair (\\ud800 to \\udfff alone), which is no character; take it out
            {"a":"\\udc00\\ud800"}|Error at item 0: the text at a holds half of a surrogate pair (\\ud800 to \\udfff alone), which is no character; take it out
            {"a":{"x\\u0000":1}}|Error at item 0: a key at a["x\\u0000"] holds the character NUL (\\u0000), which cannot be stored; take it out
            {"\\udfff":1}|Error at item 0: a key at ["\\udfff"] holds half of a surrogate pair (\\ud800 to \\udfff alone), which is no character; take it out
            {"data":{},"meta":{"m":["\\u0000"]}}|Error at item 0: the text at meta.m[0] holds the character NUL (\\u0000), which cannot be stored; take it out
            {"data":{},"annotations":[{"result":[{"value":{"text":["\\ud83d"]}}]}]}|Error at item 0: the text at annotations[0].result[0].value.text[0] holds half of a surrogate pair (\\ud800 to \\udfff alone), which is no character; take it out
            """)
    void refusesTextThatCannotBeStoredAndSaysWhere(String body, String message) {
        assertThat(refusal(body).message()).isEqualTo(message);
    }

    @Test
    void holdsToTheCapsOnNumbers() {
        assertThat(json("{\"a\":" + "1".repeat(1_000) + ",\"b\":1e1000,\"c\":1E-1000,\"d\":1e+0001}")).hasSize(1);
        assertThat(refusal("{\"a\":[" + "1".repeat(1_001) + "]}").message())
                .isEqualTo("Error at item 0: the number at a[0] is longer than 1000 characters");
        assertThat(refusal("{\"a\":0." + "1".repeat(999) + "}").message())
                .isEqualTo("Error at item 0: the number at a is longer than 1000 characters");
        for (String number : List.of("1e1001", "1E-1001", "0e99999999999", "1.5e+2000", "1e-0001001")) {
            assertThat(refusal("{\"data\":{\"a\":" + number + "}}").message())
                    .isEqualTo("Error at item 0: the exponent of the number at data.a is beyond ±1000");
        }
    }

    @Test
    void holdsToTheCapOnDepth() {
        assertThat(json("[{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}]")).hasSize(1);
        assertThat(refusal("[{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}]").message())
                .isEqualTo("Error at item 0: values are nested deeper than 100 levels");
        assertThat(refusal("[".repeat(1_000_000)).message())
                .isEqualTo("Error at item 0: values are nested deeper than 100 levels");
        assertThat(refusal("{\"a\":".repeat(1_000_000)).message())
                .isEqualTo("Error at item 0: values are nested deeper than 100 levels");
    }

    @Test
    void holdsToTheCapsOnSize() {
        int data = JsonValues.DATA_BYTES_MAX;
        String fits = "x".repeat(data - "{\"a\":\"\"}".length());
        assertThat(json("{\"a\":\"" + fits + "\"}").get(0).jsonBytes()).isEqualTo(data);
        assertThat(json("{\"data\":{\"a\":\"" + fits + "\"},\"meta\":{\"m\":\"" + fits + "\"}}")).hasSize(1);

        for (String body : List.of("{\"a\":\"" + fits + "x\"}", "{\"data\":{\"a\":\"" + fits + "x\"}}")) {
            ImportInvalid refusal = refusal(body);
            assertThat(refusal.message()).isEqualTo("Error at item 0: its data is longer than 2097152 bytes (2 MiB)");
            assertThat(refusal.problem().status()).isEqualTo(413);
        }
        String list = "\"" + "y".repeat(1_000_000) + "\",";
        assertThat(refusal("{\"data\":{},\"meta\":{\"m\":[" + list.repeat(9) + "1]}}").message())
                .isEqualTo("Error at item 0: it is longer than 8388608 bytes");
        assertThat(refusal("{\"a\":[" + "0,".repeat(250_000) + "0]}").message())
                .isEqualTo("Error at item 0: it holds more than 250000 values");
        assertThat(refusal("[{},{\"a\":\"" + "x".repeat(9_000_000) + "\"}]"))
                .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(413))
                .hasMessage("Error at item 1: it goes beyond what a task may hold: 8388608 bytes, 100 levels");
        assertThat(refusal("[{\"" + "x".repeat(9_000_000) + "\":1}]").problem().status()).isEqualTo(413);
        assertThat(refusal("[{\"a\":" + "1".repeat(9_000_000) + "}]").problem().status()).isIn(400, 413);
    }
}
