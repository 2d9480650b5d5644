package org.prefstream.task.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.messaging.BulkWrites;

import io.quarkus.runtime.configuration.MemorySize;

class ImportPlacesTest {

    private record Config(int atOnce, int waiting) implements ImportConfig {

        @Override
        public MemorySize maxBytes() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Path> spoolFolder() {
            return Optional.empty();
        }
    }

    @Test
    void theRelayKnowsThatAnImportIsStored() {
        BulkWrites bulkWrites = new BulkWrites();
        ImportPlaces places = new ImportPlaces(new Config(1, 0), bulkWrites);

        try (ImportPlaces.Place place = places.enter().hold()) {
            assertThat(bulkWrites.areUnderWay()).isFalse(); // the body may take its time
            assertThat(place.<Boolean>inTurn(bulkWrites::areUnderWay)).isTrue();
            assertThat(bulkWrites.areUnderWay()).isFalse();
        }
    }
}
