package org.prefstream.task.imports.read;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.view.ErrorView;

/** An import that is refused as a whole: nothing of it is stored. */
public class ImportInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where the row stands, in messages about a whole import. */
    private static final Pattern PLACE = Pattern.compile("^(Error at item \\d+|line \\d+): ");
    /** How Label Studio goes on: what it took for the data, and the whole item. */
    private static final Pattern REST = Pattern.compile("(?s) (\\[assume: |:: ).*");

    private final ProblemType type;
    /** The key among Label Studio's {@code validation_errors}; null where the message is the whole {@code detail}. */
    private final @Nullable String field;

    private ImportInvalid(ProblemType type, @Nullable String field, String message) {
        super(message);
        this.type = type;
        this.field = field;
    }

    /** {@return a refusal of what was sent as tasks: 400 with a validation error} */
    public static ImportInvalid tasks(String message) {
        return new ImportInvalid(ProblemType.INVALID_REQUEST, ErrorView.NO_FIELD, message);
    }

    /** {@return the refusal of an import without any task} */
    public static ImportInvalid noTasks() {
        return tasks("load_tasks: No tasks added");
    }

    /** {@return a refusal of a text that is not in its own format: 400, about the body and not about a field} */
    public static ImportInvalid syntax(String message) {
        return new ImportInvalid(ProblemType.INVALID_REQUEST, null, message);
    }

    /** {@return a refusal of something beyond a cap: 413} */
    public static ImportInvalid tooLarge(String message) {
        return new ImportInvalid(ProblemType.TOO_LARGE, null, message);
    }

    /** {@return a refusal of a kind of content: 415} */
    public static ImportInvalid unsupported(String message) {
        return new ImportInvalid(ProblemType.UNSUPPORTED_MEDIA_TYPE, null, message);
    }

    /** {@return the same refusal, said of one file among those uploaded} */
    ImportInvalid inFile(String name) {
        return new ImportInvalid(type, field, name + ": " + getMessage());
    }

    /** {@return the refusal as what answers the request} */
    public ProblemException problem() {
        return new ProblemException(type, message(),
                field == null ? List.of() : List.of(new Violation(field, message())));
    }

    /** {@return what is wrong and would be right, for a reader who has the row before them} */
    String reason() {
        return REST.matcher(PLACE.matcher(message()).replaceFirst("")).replaceFirst("");
    }

    /** {@return what is wrong, and with which item, line or byte} */
    public String message() {
        return String.valueOf(getMessage());
    }
}
