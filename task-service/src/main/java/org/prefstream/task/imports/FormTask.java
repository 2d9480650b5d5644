package org.prefstream.task.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.task.imports.read.ImportFormat;

/** A form that is imported: its files, or else its fields as the data of one task. */
final class FormTask {

    /** What a task has beside its data. Where a form has them, they hold JSON. */
    private static final Set<String> OF_JSON = Set.of("data", "meta", "annotations", "predictions");

    private FormTask() {
    }

    /** {@return the files of a form; refuses with a 413 what is longer than allowed} */
    static List<Upload> files(MultipartFormDataInput form, long mostBytes) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        long bytes = 0;
        for (var values : form.getValues().values()) {
            for (FormValue value : values) {
                if (value.isFileItem()) {
                    bytes += value.getFileItem().getFileSize();
                    Upload.requireAtMost(bytes, mostBytes);
                    uploads.add(Upload.ofFile(value.getFileName(), value.getFileItem().getFile()));
                }
            }
        }
        return uploads;
    }

    /** {@return the texts of a form without files; of a field that comes twice the last one} */
    static Fields fields(MultipartFormDataInput form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        form.getValues().forEach((name, values) -> values.forEach(value -> fields.put(name, value.getValue())));
        StorableText.flawIn(fields, "form").ifPresent(flaw -> {
            throw ProblemException.invalid(flaw.path(), flaw.message());
        });
        return Fields.ofForm(fields);
    }

    /** {@return the fields as a task, written into a file} */
    static Upload upload(Fields form, Path file) throws IOException {
        Map<String, Object> task = new LinkedHashMap<>(form.members());
        if (form.has("data")) {
            OF_JSON.forEach(name -> form.json(name).ifPresent(value -> task.put(name, value)));
        }
        Files.writeString(file, Json.write(task));
        return new Upload(null, ImportFormat.JSON, file);
    }
}
