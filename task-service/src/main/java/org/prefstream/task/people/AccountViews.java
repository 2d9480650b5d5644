package org.prefstream.task.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** People as Label Studio's API shows them, with the role besides. */
public final class AccountViews {

    private static final List<String> OF_ANNOTATORS = List.of("projects.view", "tasks.view", "annotations.create",
            "annotations.view", "annotations.change", "annotations.delete", "users.token.any");
    private static final List<String> OF_MANAGERS = List.of("projects.create", "projects.view", "projects.change",
            "projects.delete", "tasks.create", "tasks.view", "tasks.change", "tasks.delete", "annotations.create",
            "annotations.view", "annotations.change", "annotations.delete", "actions.perform", "predictions.any",
            "users.token.any", "webhooks.view", "webhooks.change", "views.view", "views.create", "views.change",
            "views.delete");

    private AccountViews() {
    }

    /** {@return the short form that stands inside other objects, such as {@code created_by}} */
    public static Map<String, @Nullable Object> brief(Account account) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", account.id());
        view.put("first_name", account.firstName);
        view.put("last_name", account.lastName);
        view.put("email", account.email);
        view.put("avatar", null);
        return view;
    }

    static Map<String, @Nullable Object> full(Account account) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", account.id());
        view.put("first_name", account.firstName);
        view.put("last_name", account.lastName);
        view.put("username", account.username);
        view.put("email", account.email);
        view.put("last_activity", account.lastActivityAt);
        view.put("custom_hotkeys", Map.of());
        view.put("avatar", null);
        view.put("initials", account.initials());
        view.put("phone", account.phone);
        view.put("active_organization", 1);
        view.put("active_organization_meta", Map.of("title", "Prefstream", "email", ""));
        view.put("allow_newsletters", null);
        view.put("date_joined", account.joinedAt);
        view.put("role", account.role.name().toLowerCase(Locale.ROOT));
        view.put("active", account.active);
        return view;
    }

    static Map<String, @Nullable Object> own(Account account) {
        Map<String, @Nullable Object> view = full(account);
        view.put("permissions", switch (account.role) {
            case ANNOTATOR -> OF_ANNOTATORS;
            case MANAGER, OWNER -> OF_MANAGERS;
        });
        return view;
    }
}
