package org.prefstream.task.web;

import java.util.Map;

import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ItemJson;

/** Bodies whose members are stored as they were sent: what is refused in an item of an import is refused here too. */
public final class RequestBody {

    private RequestBody() {
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if it is no JSON object or holds text that cannot be stored; 413 if it is too much
     */
    public static Fields fields(String body) {
        try {
            return new Fields(body.isBlank() ? Map.of() : ItemJson.readObject(body));
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof ImportInvalid refused
                    ? refused.problem()
                    : new ProblemException(ProblemType.MALFORMED_BODY,
                            "JSON parse error - the body must be one JSON object");
        }
    }
}
