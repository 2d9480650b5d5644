package org.prefstream.export.download;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.RowKind;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.arc.All;

/** All formats, in the order of their cards' places. */
@ApplicationScoped
public class Formats {

    private final Map<String, ExportFormat> byName = new LinkedHashMap<>();

    Formats(@All List<ExportFormat> formats) {
        formats.stream()
                .sorted(Comparator.comparingInt((ExportFormat format) -> format.card().place())
                        .thenComparing(format -> format.card().name()))
                .forEach(this::add);
    }

    private void add(ExportFormat format) {
        if (byName.putIfAbsent(format.card().name(), format) != null) {
            throw new IllegalStateException("two formats are called " + format.card().name());
        }
    }

    /** {@return all formats} */
    List<ExportFormat> all() {
        return List.copyOf(byName.values());
    }

    /**
     * {@return the format of that name, in upper or lower case; the first format where none is named}
     *
     * @throws ProblemException a 400 that lists the names
     */
    public ExportFormat named(@Nullable String exportType) {
        if (exportType == null) {
            return all().get(0);
        }
        ExportFormat format = byName.get(exportType.toUpperCase(Locale.ROOT));
        if (format == null) {
            throw ProblemException.invalid("exportType",
                    "\"%s\" is not a format. Use one of %s.".formatted(exportType, String.join(", ", byName.keySet())));
        }
        return format;
    }

    /** {@return the flags of any format} */
    Set<String> flags() {
        return byName.values().stream().flatMap(format -> format.flags().stream()).collect(Collectors.toSet());
    }

    /** {@return the names of the choices of any format} */
    Set<String> choices() {
        return byName.values()
                .stream()
                .flatMap(format -> format.choices().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the names of the formats that have the choice, in words for people} */
    String choosing(String name) {
        return names(format -> format.choices().containsKey(name));
    }

    /** {@return the names of the formats that have the flag, in words for people} */
    String having(String flag) {
        return names(format -> format.flags().contains(flag));
    }

    /** {@return the names of the formats that have such rows, in words for people} */
    public String with(RowKind rows) {
        return names(format -> format.card().rows() == rows);
    }

    private String names(Predicate<ExportFormat> filter) {
        return byName.values()
                .stream()
                .filter(filter)
                .map(format -> format.card().name())
                .collect(Collectors.joining(", "));
    }
}
