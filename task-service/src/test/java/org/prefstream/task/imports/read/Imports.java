package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.task.RequiredFields;

/** Short ways to read imports in tests. */
final class Imports {

    static final RequiredFields NOTHING = keys();
    static final RequiredFields PAIR = keys("prompt", "answer1", "answer2");

    private Imports() {
    }

    static ImportPart part(ImportFormat format, String content) {
        return part(null, format, content.getBytes(StandardCharsets.UTF_8));
    }

    static ImportPart part(@Nullable String fileName, ImportFormat format, byte[] content) {
        return new ImportPart(fileName, format, () -> new ByteArrayInputStream(content));
    }

    static List<ImportItem> read(RequiredFields required, ImportPart... parts) {
        List<ImportItem> items = new ArrayList<>();
        try (TaskSource tasks = TaskSource.open(List.of(parts), required)) {
            tasks.forEachRemaining(items::add);
        }
        return items;
    }

    static List<ImportItem> json(String content) {
        return read(NOTHING, part(ImportFormat.JSON, content));
    }

    static ImportInvalid refusal(RequiredFields required, ImportPart... parts) {
        ImportInvalid refusal = catchThrowableOfType(ImportInvalid.class, () -> read(required, parts));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    static ImportInvalid refusal(String json) {
        return refusal(NOTHING, part(ImportFormat.JSON, json));
    }

    /** {@return the rule that every task must have these keys} */
    static RequiredFields keys(String... keys) {
        return RequiredFields.of(new ComparisonSpec(
                Stream.of(keys).map(key -> ShownObject.prompt(key, "Text", "$" + key)).toList(), List.of()));
    }
}
