package org.prefstream.task.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.prefstream.labelstudio.view.AuthorView;
import org.prefstream.labelstudio.view.PersonView;
import org.prefstream.labelstudio.view.UserView;

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
    public static PersonView brief(Account account) {
        return new PersonView(account.id(), account.firstName(), account.lastName(), account.email(), null);
    }

    /** {@return the form that stands in annotations, as {@code completed_by}} */
    public static AuthorView author(Account account) {
        return new AuthorView(brief(account), account.initials());
    }

    static UserView full(Account account) {
        Profile profile = account.profile();
        return new UserView(account.id(), profile.firstName(), profile.lastName(), profile.username(), account.email(),
                account.lastActivityAt(), Map.of(), null, account.initials(), profile.phone(),
                OrganizationResource.ONLY, new UserView.OrganizationMeta(OrganizationResource.TITLE, ""), null,
                account.joinedAt(), account.role().name().toLowerCase(Locale.ROOT), account.isActive());
    }

    static UserView.Own own(Account account) {
        return new UserView.Own(full(account), switch (account.role()) {
            case ANNOTATOR -> OF_ANNOTATORS;
            case MANAGER, OWNER -> OF_MANAGERS;
        });
    }
}
