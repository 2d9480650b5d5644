package org.prefstream.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StrictJson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Makes a {@link FieldsList} of the JSON array that is the body. What is no array of objects, or holds what cannot be stored, is refused as a whole:
 * nobody knows what was meant.
 */
@Provider
public class FieldsListReader implements MessageBodyReader<FieldsList> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FieldsList.class;
    }

    @Override
    public FieldsList readFrom(Class<FieldsList> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        try (JsonParser parser = StrictJson.parser(new InputStreamReader(body, UTF_8.newDecoder()))) {
            return new FieldsList(items(parser));
        } catch (JsonProcessingException e) {
            throw refusal(JsonRefused.of(e), "The body");
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "JSON parse error - the body is not in UTF-8");
        }
    }

    private static List<Fields> items(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw ProblemException.invalid("body", "must be a JSON array of objects");
        }
        JsonValues values = new JsonValues(parser);
        List<Fields> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == FieldsList.ITEMS_MAX) {
                throw ProblemException
                        .tooLarge("A bulk request takes at most %d objects; send the others in another one."
                                .formatted(FieldsList.ITEMS_MAX));
            }
            items.add(item(values, "[" + items.size() + "]"));
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(ProblemType.MALFORMED_BODY,
                    "JSON parse error - text after the end of the array at line "
                            + parser.currentTokenLocation().getLineNr());
        }
        return items;
    }

    private static Fields item(JsonValues values, String place) throws IOException {
        try {
            Map<String, Object> object = Json.asObject(values.read());
            if (object == null) {
                throw ProblemException.invalid(place, "must be a JSON object");
            }
            return new Fields(object, false);
        } catch (JsonRefused refused) {
            throw refusal(refused, place);
        }
    }

    private static ProblemException refusal(JsonRefused refused, String item) {
        return switch (refused.kind()) {
            case SYNTAX -> new ProblemException(ProblemType.MALFORMED_BODY, refused.message());
            case VALUE -> ProblemException.invalid(refused.place().map(place -> item + "." + place).orElse(item),
                    refused.reason());
            case SIZE -> ProblemException.tooLarge(item + " cannot be taken: " + refused.message());
        };
    }
}
