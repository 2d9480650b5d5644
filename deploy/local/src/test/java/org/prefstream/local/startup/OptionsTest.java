package org.prefstream.local.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void takesItsDefaultsFromTheHelp() throws Exception {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(8080, 9092, Path.of(".prefstream"), 192, true, false));
    }

    @Test
    void readsValuesInBothSpellings() throws Exception {
        assertThat(Options.parse(List.of("--port", "81", "--kafka-port=82", "--data=/a=b", "--heap", "256", "--empty")))
                .isEqualTo(new Options(81, 82, Path.of("/a=b"), 256, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --prot 81            | There is no option --prot
            --port               | --port needs a value
            --port eighty        | --port takes a number from 1 to 65535, not eighty
            --port 0             | --port takes a number from 1 to 65535, not 0
            --heap 12            | --heap takes a number from 96 to 65536, not 12
            --port 9092          | --port and --kafka-port are both 9092; they must differ
            """)
    void refusesByName(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .hasMessage(message + " (--help lists the options).")
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.status()).isEqualTo(2));
    }
}
