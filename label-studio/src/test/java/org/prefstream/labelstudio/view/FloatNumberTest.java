package org.prefstream.labelstudio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.labelstudio.json.Json;

class FloatNumberTest {

    @ParameterizedTest
    @CsvSource({"2,2.0,2.0", "12.5,12.5,12.5", "2.50,2.5,2.5", "0,0.0,0.0", "0.000,0.0,0.0", "100,100.0,100.0",
            "0.30000000000000004,0.30000000000000004,0.30000000000000004",
            "0.1000000000000000055511151231257827,0.1,0.1",
            "12.345678901234567890,12.345678901234567,12.345678901234567", "2E-3,0.002,0.002", "0.0001,0.0001,0.0001",
            "0.00001,1e-5,1e-05", "1.5E-7,1.5e-7,1.5e-07", "1E+15,1000000000000000.0,1000000000000000.0",
            "1E+16,1e+16,1e+16", "1.25E+17,1.25e+17,1.25e+17", "1E+100,1e+100,1e+100",
            "9007199254740993,9007199254740992.0,9007199254740992.0"})
    void writesTheFewestDigitsThatMeanTheSameFloat(String sent, String json, String csv) {
        FloatNumber number = Objects.requireNonNull(FloatNumber.of(new BigDecimal(sent)));

        assertThat(number.json()).isEqualTo(json);
        assertThat(number.csv()).isEqualTo(csv);
        assertThat(Json.write(number)).isEqualTo(json);
    }

    @Test
    void isNothingWhereThereIsNoNumber() {
        assertThat(FloatNumber.of(null)).isNull();
    }
}
