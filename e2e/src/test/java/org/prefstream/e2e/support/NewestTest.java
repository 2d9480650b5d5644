package org.prefstream.e2e.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewestTest {

    @Test
    void theHighestRevisionOfAKeyIsItsPresentStateInWhateverOrderItCame() {
        TopicEntry deleted = entry("a", 3, null);

        assertThat(TopicReader.newest(List.of(entry("a", 1, "{}"), deleted, entry("a", 2, "{}"), entry("b", 1, "{}"))))
                .containsOnlyKeys("a", "b")
                .containsEntry("a", deleted);
    }

    private static TopicEntry entry(String key, long revision, @Nullable String value) {
        return new TopicEntry(key, revision, value, Map.of());
    }
}
