package org.prefstream.task.proposal;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Flags;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.labelstudio.proposal.Column;
import org.prefstream.labelstudio.proposal.ColumnRoles;
import org.prefstream.task.imports.read.ImportFormat;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportPart;

import io.smallrye.common.annotation.Blocking;

/** Looks at a file before there is a project for it, and stores nothing. */
@Path("/api/projects/proposal")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ProposalResource {

    private static final int HEAD_BYTES = 64;
    private static final int COLUMNS_MOST = 1_000;

    /**
     * Recognises the columns of a file and proposes a labeling configuration for them.
     *
     * @param body the file, or its beginning; read as an import reads it
     * @param fileName tells the format, as in an import; without it the content type does
     * @param cut whether the body is only the file's beginning
     * @param prompts names of the columns to show above the answers; recognised where neither these nor answers are named
     * @param answers names of the columns to compare: two, or one that holds lists
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public ProposalView propose(byte[] body, @RestQuery("file_name") @Nullable String fileName,
            @RestQuery("cut") @Nullable String cut, @RestQuery("prompt") List<String> prompts,
            @RestQuery("answer") List<String> answers,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        try {
            ImportFormat.refuseEncoding(encoding);
            ImportFormat format = ImportFormat.detect(contentType, fileName,
                    Arrays.copyOf(body, Math.min(body.length, HEAD_BYTES)));
            ByteArrayInputStream content = new ByteArrayInputStream(body);
            FirstTasks first = FirstTasks.read(new ImportPart(fileName, format, () -> content),
                    cut != null && Flags.isYes(cut), () -> content.available() == 0);
            List<Column> columns = columns(first);
            return ProposalView.of(format, first, columns,
                    prompts.isEmpty() && answers.isEmpty()
                            ? ColumnRoles.of(columns)
                            : chosen(columns, prompts, answers));
        } catch (ImportInvalid refused) {
            throw refused.problem();
        }
    }

    private static List<Column> columns(FirstTasks first) {
        List<Column> columns = Column.of(first.data(), first.areAll());
        if (columns.size() > COLUMNS_MOST) {
            throw ImportInvalid.tooLarge("The tasks have more than " + COLUMNS_MOST + " columns.");
        }
        return columns;
    }

    private static ColumnRoles chosen(List<Column> columns, List<String> prompts, List<String> answers) {
        prompts.forEach(name -> showable("prompt", columns, name));
        List<Column> compared = answers.stream().map(name -> showable("answer", columns, name)).toList();
        boolean isPair = answers.stream().distinct().count() == 2 && answers.size() == 2;
        boolean isList = compared.size() == 1 && compared.get(0).kind().isList();
        if (!answers.isEmpty() && !isPair && !isList) {
            throw ProblemException.invalid("answer", "Name two columns, or one whose values are lists of answers.");
        }
        if (answers.stream().anyMatch(prompts::contains)) {
            throw ProblemException.invalid("answer", "A column cannot be a prompt and an answer.");
        }
        return new ColumnRoles(prompts.stream().distinct().toList(), answers);
    }

    private static Column showable(String field, List<Column> columns, String name) {
        Optional<Column> named = columns.stream().filter(column -> column.name().equals(name)).findFirst();
        if (named.isEmpty()) {
            throw ProblemException.invalid(field, "The tasks have no column \"" + StorableText.shown(name) + "\".");
        }
        return switch (named.get().hindrance()) {
            case NONE -> named.get();
            case MISSING -> throw ProblemException.invalid(field,
                    "Not every task has a value for \"" + StorableText.shown(name) + "\", so it cannot be shown.");
            case NAME -> throw ProblemException.invalid(field, "No labeling configuration can say the name \""
                    + StorableText.shown(name) + "\". Use letters, digits, \"_\" and \"-\".");
        };
    }
}
