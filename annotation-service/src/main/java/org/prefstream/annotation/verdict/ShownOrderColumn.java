package org.prefstream.annotation.verdict;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a {@link ShownOrder} as the JSON array that it is on the topics. */
@Converter
public class ShownOrderColumn implements AttributeConverter<ShownOrder, String> {

    @Override
    public String convertToDatabaseColumn(ShownOrder order) {
        return order.json();
    }

    @Override
    public ShownOrder convertToEntityAttribute(String json) {
        return ShownOrder.parse(json);
    }
}
