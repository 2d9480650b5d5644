package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.ImportedAnnotation;
import org.prefstream.task.imports.read.ImportedAnnotation.Author;

/**
 * Who made imported annotations: people with accounts here, by address in any case or by id, and whoever imports where nobody is
 * named.
 */
final class AuthorIds {

    private final Connection connection;
    private final long importer;
    private final Set<Long> ids = new HashSet<>();
    private final Map<String, Long> byEmail = new HashMap<>();

    AuthorIds(Connection connection, long importer) {
        this.connection = connection;
        this.importer = importer;
    }

    /**
     * {@return the account's id}
     *
     * @param place what messages call the annotation
     * @throws ImportInvalid if somebody is named who has no account here
     */
    long of(@Nullable Author author, String place) throws SQLException {
        if (author == null) {
            return importer;
        }
        if (ids.isEmpty()) {
            load();
        }
        Long id = author.email() != null ? byEmail.get(key(author.email())) : author.id();
        if (id == null || !ids.contains(id)) {
            throw ImportInvalid.tasks(place + ".completed_by names nobody who has an account here: " + advice(author));
        }
        return id;
    }

    /** {@return why an item cannot be imported: somebody is named who has no account here}; empty if it can */
    Optional<ImportInvalid> flaw(ImportItem item) throws SQLException {
        for (ImportedAnnotation annotation : item.annotations()) {
            try {
                of(annotation.completedBy(), PreparedItem.place(item, annotation));
            } catch (ImportInvalid unknown) {
                return Optional.of(unknown);
            }
        }
        return Optional.empty();
    }

    private static String advice(Author author) {
        return author.email() != null
                ? StorableText.shown(author.email())
                        + ". Make an account with this address first, or leave it out to make the annotation yours."
                : author.id() + ". Name the person by their address here, {\"email\": …}, or leave it out to make the "
                        + "annotation yours.";
    }

    private void load() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, email from account where not deleted");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
                byEmail.put(key(row.getString(2)), row.getLong(1));
            }
        }
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
