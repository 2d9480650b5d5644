package org.prefstream.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({"GET, /api/projects/7/next, ANNOTATION_SERVICE", "POST, /api/projects/7/leases, ANNOTATION_SERVICE",
            "POST, /api/leases/8c/verdict, ANNOTATION_SERVICE", "POST, /api/leases/8c/heartbeat, ANNOTATION_SERVICE",
            "DELETE, /api/leases/8c, ANNOTATION_SERVICE", "GET, /api/tasks/42/annotations, ANNOTATION_SERVICE",
            "PATCH, /api/annotations/91, ANNOTATION_SERVICE", "POST, /api/annotations/bulk, ANNOTATION_SERVICE",
            "GET, /api/projects/7/export, EXPORT_SERVICE", "GET, /api/projects/7/export/formats, EXPORT_SERVICE",
            "POST, /api/projects/7/snapshots, EXPORT_SERVICE",
            "GET, /api/projects/7/snapshots/3/compare/4, EXPORT_SERVICE",
            "POST, /api/projects/7/snapshots/3/files, EXPORT_SERVICE",
            "DELETE, /api/projects/7/snapshots/3/files/2, EXPORT_SERVICE",
            "GET, /api/projects/7/targets, EXPORT_SERVICE", "POST, /api/projects/7/schedules, EXPORT_SERVICE",
            "PATCH, /api/projects/7/schedules/5, EXPORT_SERVICE",
            "POST, /api/projects/7/schedules/5/run, EXPORT_SERVICE",
            "GET, /api/annotations/91/snapshots, EXPORT_SERVICE", "GET, /api/projects/7/stream, EXPORT_SERVICE",
            "GET, /api/projects/7/stream/page, EXPORT_SERVICE", "GET, /api/projects/7/statistics, EXPORT_SERVICE",
            "GET, /api/projects/7/statistics/stream, EXPORT_SERVICE", "GET, /api/projects, TASK_SERVICE",
            "PATCH, /api/projects/7, TASK_SERVICE", "POST, /api/projects/7/import, TASK_SERVICE",
            "GET, /api/projects/7/imports/8c, TASK_SERVICE", "GET, /api/projects/7/imports/8c/refused/0, TASK_SERVICE",
            "POST, /api/projects/7/members, TASK_SERVICE", "DELETE, /api/projects/7/members/3, TASK_SERVICE",
            "GET, /api/projects/7/tasks, TASK_SERVICE", "GET, /api/drafts/1, ANNOTATION_SERVICE",
            "GET, /api/projects/7/judgements, ANNOTATION_SERVICE",
            "GET, /api/projects/7/judgements/summary, ANNOTATION_SERVICE", "GET, /api/judgements, ANNOTATION_SERVICE",
            "PUT, /api/judgements/3, ANNOTATION_SERVICE", "POST, /api/tasks/42/drafts, ANNOTATION_SERVICE",
            "POST, /api/tasks/42/annotations/9/drafts, ANNOTATION_SERVICE",
            "POST, /api/projects/validate, TASK_SERVICE", "POST, /api/projects/7/validate, TASK_SERVICE",
            "POST, /api/projects/proposal, TASK_SERVICE", "POST, /api/projects/preview, ANNOTATION_SERVICE",
            "GET, /api/projects/counts, TASK_SERVICE", "GET, /api/tasks, TASK_SERVICE",
            "GET, /api/tasks/42, TASK_SERVICE", "GET, /api/tasks/42/history, TASK_SERVICE",
            "GET, /api/organizations, TASK_SERVICE", "GET, /api/organizations/1/memberships, TASK_SERVICE",
            "GET, /api/users, TASK_SERVICE", "GET, /api/users/3, TASK_SERVICE",
            "POST, /api/invitations/look, TASK_SERVICE", "GET, /invitations, WEB_UI",
            "GET, /api/current-user/whoami, TASK_SERVICE", "POST, /api/current-user/token, TASK_SERVICE",
            "GET, /api/templates, TASK_SERVICE", "GET, /api/dm/views, TASK_SERVICE",
            "DELETE, /api/dm/views/reset, TASK_SERVICE", "POST, /api/dm/actions, TASK_SERVICE",
            "PATCH, /api/predictions/3, TASK_SERVICE", "POST, /api/projects/7/import/predictions, TASK_SERVICE",
            "GET, /api/projects/7/model-versions, TASK_SERVICE", "GET, /api/projects/7/summary, TASK_SERVICE",
            "GET, /api/projects/7/guidelines, TASK_SERVICE", "GET, /api/projects/7/guidelines/3, TASK_SERVICE",
            "POST, /api/projects/7/sample-task, TASK_SERVICE", "PUT, /api/projects/7/generation, TASK_SERVICE",
            "POST, /api/projects/7/generation/test, TASK_SERVICE", "POST, /api/projects/7/generate, TASK_SERVICE",
            "GET, /api/projects/7/generations, TASK_SERVICE",
            "POST, /api/projects/7/generations/3/cancel, TASK_SERVICE",
            "GET, /api/tasks/3/generated-answers, TASK_SERVICE", "GET, /api/version, TASK_SERVICE",
            "POST, /user/login, TASK_SERVICE", "POST, /user/logout, TASK_SERVICE", "GET, /health, HEALTH",
            "GET, /api/health, HEALTH", "GET, /version, VERSION", "GET, /images, IMAGE", "POST, /images, IMAGE",
            "GET, /images/sources, IMAGE_SOURCES", "GET, /api, TASK_SERVICE", "GET, /api/tokens, TASK_SERVICE",
            "GET, /api/other, TASK_SERVICE", "GET, /internal, NOT_FOUND", "POST, /internal/barrier, NOT_FOUND",
            "GET, /q, NOT_FOUND", "GET, /q/health/ready, NOT_FOUND", "GET, /user/login, WEB_UI",
            "GET, /projects/7/label, WEB_UI", "GET, /practice, WEB_UI", "GET, /projects/new, WEB_UI",
            "GET, /apiary, WEB_UI", "GET, /images/other, WEB_UI", "GET, /assets/index-a1.js, WEB_UI"})
    void sendsEachPathToItsOwnerWithAndWithoutATrailingSlash(String method, String path, Destination owner) {
        assertThat(Routes.destination(method, path)).isEqualTo(owner);
        assertThat(Routes.destination(method, path + "/")).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/42/annotations/9", "/api/projects/7/exports",
            "/api/projects/7/exports/3/download", "/api/projects/7/statistics/agreement", "/api/projects/7/stream/more",
            "/api/projects/7/next/door", "/api/projects/7/summary", "/api/token/refresh", "/api/webhooks/1"})
    void pathsWithoutAResourceGoWhereItIsFoundOutWhoAsks(String path) {
        assertThat(Routes.destination("GET", path)).isEqualTo(Destination.TASK_SERVICE);
        assertThat(Routes.destination("POST", path + "/")).isEqualTo(Destination.TASK_SERVICE);
    }

    @ParameterizedTest
    @CsvSource({"/api/projects/7/import, true", "/api/projects/7/import/, true", "/api/projects/7/export, true",
            "/api/projects/7/snapshots/3/export, true", "/api/projects/7/snapshots, true",
            "/api/projects/7/snapshots/3, false", "/api/projects/7/import/predictions, false",
            "/api/projects/7/imports/8c, false", "/api/projects/7/stream, false", "/api/projects/7/statistics, false",
            "/api/projects/7, false", "/api/tasks/7/annotations, false"})
    void knowsWhatMovesAWholeImportOrExport(String path, boolean bulk) {
        assertThat(Routes.isBulk(path)).isEqualTo(bulk);
    }

    @ParameterizedTest
    @CsvSource({"/api/projects/7/stream, true", "/api/projects/7/stream/, true", "/api/projects/7/stream/page, true",
            "/api/projects/7/statistics/stream, true", "/api/projects/7/statistics, false",
            "/api/projects/7/export, false", "/api/projects/stream, false"})
    void knowsWhatGoesOnUntilItsClientLeaves(String path, boolean live) {
        assertThat(Routes.isLive(path)).isEqualTo(live);
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "HEAD, /"})
    void theRootIsAPage(String method, String path) {
        assertThat(Routes.destination(method, path)).isEqualTo(Destination.WEB_UI);
    }
}
