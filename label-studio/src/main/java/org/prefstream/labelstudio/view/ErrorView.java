package org.prefstream.labelstudio.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An error as Label Studio answers it.
 *
 * @param id names this answer
 * @param statusCode the HTTP status
 * @param version the Label Studio release
 * @param detail what is wrong
 * @param excInfo where in the program; always null, since that is no client's business
 * @param validationErrors messages by field; left out where no single field is at fault
 */
public record ErrorView(
        @JsonProperty("id") UUID id,
        @JsonProperty("status_code") int statusCode,
        @JsonProperty("version") String version,
        @JsonProperty("detail") String detail,
        @JsonProperty("exc_info") @Nullable String excInfo,
        @JsonProperty("validation_errors") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<String>> validationErrors) {

    /** The key among {@code validation_errors} of what no single field is at fault for. */
    public static final String NO_FIELD = "non_field_errors";
}
