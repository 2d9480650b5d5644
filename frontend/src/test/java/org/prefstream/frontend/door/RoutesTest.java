package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({"GET, /api/projects/7/next, ANNOTATION_SERVICE", "POST, /api/projects/7/leases, ANNOTATION_SERVICE",
            "POST, /api/leases/8c/verdict, ANNOTATION_SERVICE", "DELETE, /api/leases/8c, ANNOTATION_SERVICE",
            "GET, /api/tasks/42/annotations, ANNOTATION_SERVICE",
            "POST, /api/tasks/42/annotations/9/drafts, ANNOTATION_SERVICE",
            "POST, /api/tasks/42/drafts, ANNOTATION_SERVICE", "PATCH, /api/annotations/91, ANNOTATION_SERVICE",
            "POST, /api/annotations/91/convert-to-draft, ANNOTATION_SERVICE",
            "DELETE, /api/drafts/5, ANNOTATION_SERVICE", "GET, /api/projects/7/export, EXPORT_SERVICE",
            "GET, /api/projects/7/export/formats, EXPORT_SERVICE", "POST, /api/projects/7/exports, EXPORT_SERVICE",
            "GET, /api/projects/7/exports/3/download, EXPORT_SERVICE",
            "GET, /api/projects/7/statistics, EXPORT_SERVICE",
            "GET, /api/projects/7/statistics/agreement, EXPORT_SERVICE", "GET, /api/projects/7/stream, EXPORT_SERVICE",
            "GET, /api/projects, TASK_SERVICE", "PATCH, /api/projects/7, TASK_SERVICE",
            "POST, /api/projects/7/import, TASK_SERVICE", "POST, /api/projects/7/members, TASK_SERVICE",
            "POST, /api/projects/7/next/door, TASK_SERVICE", "GET, /api/tasks, TASK_SERVICE",
            "GET, /api/tasks/42, TASK_SERVICE", "POST, /api/predictions, TASK_SERVICE",
            "GET, /api/predictions/3, TASK_SERVICE", "POST, /api/dm/actions, TASK_SERVICE",
            "GET, /api/users, TASK_SERVICE", "GET, /api/users/3, TASK_SERVICE",
            "GET, /api/current-user/whoami, TASK_SERVICE", "POST, /api/current-user/token, TASK_SERVICE",
            "POST, /api/token/refresh, TASK_SERVICE", "GET, /api/templates, TASK_SERVICE",
            "GET, /api/version, TASK_SERVICE", "GET, /api/webhooks/1, TASK_SERVICE", "POST, /user/login, TASK_SERVICE",
            "POST, /user/logout, TASK_SERVICE", "GET, /health, HEALTH", "GET, /api/health, HEALTH",
            "GET, /version, VERSION", "GET, /api, NOT_FOUND", "GET, /api/tokens, NOT_FOUND",
            "GET, /api/other, NOT_FOUND", "GET, /internal, NOT_FOUND", "POST, /internal/barrier, NOT_FOUND",
            "GET, /q, NOT_FOUND", "GET, /q/health/ready, NOT_FOUND", "GET, /user/login, WEB_UI",
            "GET, /projects/7/label, WEB_UI", "GET, /apiary, WEB_UI", "GET, /assets/index-a1.js, WEB_UI"})
    void sendsEachPathToItsOwnerWithAndWithoutATrailingSlash(String method, String path, Destination owner) {
        assertThat(Routes.destination(method, path)).isEqualTo(owner);
        assertThat(Routes.destination(method, path + "/")).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "HEAD, /"})
    void theRootIsAPage(String method, String path) {
        assertThat(Routes.destination(method, path)).isEqualTo(Destination.WEB_UI);
    }
}
