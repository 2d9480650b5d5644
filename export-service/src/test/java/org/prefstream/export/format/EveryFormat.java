package org.prefstream.export.format;

import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All formats that there are, found as their registry finds them. A table that begins here has each new format without being told. */
public final class EveryFormat {

    private static final List<ExportFormat> ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(ExportFormat.class)
            .stream()
            .filter(type -> type.isAssignableTo(ExportFormat.class)
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(EveryFormat::made)
            .sorted(Comparator.comparingInt(format -> format.card().place()))
            .toList();

    private EveryFormat() {
    }

    /** {@return all formats, in the order of their places} */
    public static Stream<ExportFormat> all() {
        return ALL.stream();
    }

    private static ExportFormat made(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ExportFormat) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
