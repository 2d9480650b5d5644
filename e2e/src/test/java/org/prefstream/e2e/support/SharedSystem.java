package org.prefstream.e2e.support;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every journey the same {@link RunningSystem}, and the same browser to those that want one for many visits: started for the first
 * one, stopped after the last.
 */
public final class SharedSystem implements ParameterResolver {

    private static final Map<Class<?>, Supplier<?>> STARTS = Map.of(RunningSystem.class, RunningSystem::start,
            Chromium.Shared.class, Chromium::shared);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return STARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSystem.class))
                .computeIfAbsent(parameter.getParameter().getType(),
                        type -> Objects.requireNonNull(STARTS.get(type)).get());
    }
}
