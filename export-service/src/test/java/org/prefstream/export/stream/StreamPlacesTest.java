package org.prefstream.export.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

class StreamPlacesTest {

    private final StreamPlaces places = new StreamPlaces(2, 3);

    @Test
    void onePersonLeavesPlacesToOthers() {
        places.enter(1);
        places.enter(1);

        assertThat(refusal(1)).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThatCode(() -> places.enter(2)).doesNotThrowAnyException();
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldThatTheyAre() {
        places.enter(1);
        places.enter(1);
        places.enter(2);

        assertThat(refusal(3)).isEqualTo(ProblemType.BUSY);
        places.leave(1);
        assertThatCode(() -> places.enter(3)).doesNotThrowAnyException();
        assertThat(refusal(1)).isEqualTo(ProblemType.BUSY);
    }

    private ProblemType refusal(long personId) {
        return catchThrowableOfType(ProblemException.class, () -> places.enter(personId)).type();
    }
}
