package org.prefstream.task.imports.read;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;

/** An import that is refused as a whole: nothing of it is stored. */
public class ImportInvalid extends RuntimeException {

    /** The field of errors that belong to no single field, as Label Studio calls it. */
    public static final String NO_FIELD = "non_field_errors";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String field;

    private ImportInvalid(int status, @Nullable String field, String message) {
        super(message);
        this.status = status;
        this.field = field;
    }

    /** {@return a refusal of what was sent as tasks: 400 with a validation error} */
    public static ImportInvalid tasks(String message) {
        return new ImportInvalid(400, NO_FIELD, message);
    }

    /** {@return the refusal of an import without any task} */
    public static ImportInvalid noTasks() {
        return tasks("load_tasks: No tasks added");
    }

    /** {@return a refusal of a text that is not in its own format: 400, about the body and not about a field} */
    public static ImportInvalid syntax(String message) {
        return new ImportInvalid(400, null, message);
    }

    /** {@return a refusal of something beyond a cap: 413} */
    public static ImportInvalid tooLarge(String message) {
        return new ImportInvalid(413, null, message);
    }

    /** {@return a refusal of a kind of content: 415} */
    public static ImportInvalid unsupported(String message) {
        return new ImportInvalid(415, null, message);
    }

    /** {@return the same refusal, said of one file among those uploaded} */
    ImportInvalid inFile(String name) {
        return new ImportInvalid(status, field, name + ": " + getMessage());
    }

    /** {@return the HTTP status: 400, 413 or 415} */
    public int status() {
        return status;
    }

    /** {@return the key among Label Studio's {@code validation_errors}; null where the message is the whole {@code detail}} */
    public @Nullable String field() {
        return field;
    }

    /** {@return the refusal as what answers the request} */
    public ProblemException problem() {
        ProblemType type = switch (status) {
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemType.INVALID_REQUEST;
        };
        return new ProblemException(type, message(),
                field == null ? List.of() : List.of(new Violation(field, message())));
    }

    /** {@return what is wrong, and with which item, line or byte} */
    public String message() {
        return String.valueOf(getMessage());
    }
}
