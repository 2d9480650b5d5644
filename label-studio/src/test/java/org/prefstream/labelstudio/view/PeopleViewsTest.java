package org.prefstream.labelstudio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.json.Json;

/** The keys, their order and their form are Label Studio's. */
class PeopleViewsTest {

    private static final Instant THEN = Instant.parse("2026-11-23T03:00:00Z");
    private static final UserView ANN = new UserView(7, "Ann", "Öz", "ann", "ann@prefstream.test", THEN, Map.of(), null,
            "AÖ", "", 1, new UserView.OrganizationMeta("Prefstream", ""), null, THEN, "manager", true);
    private static final String ANN_JSON = "\"id\":7,\"first_name\":\"Ann\",\"last_name\":\"Öz\",\"username\":\"ann\","
            + "\"email\":\"ann@prefstream.test\",\"last_activity\":\"2026-11-23T03:00:00.000000Z\","
            + "\"custom_hotkeys\":{},\"avatar\":null,\"initials\":\"AÖ\",\"phone\":\"\",\"active_organization\":1,"
            + "\"active_organization_meta\":{\"title\":\"Prefstream\",\"email\":\"\"},\"allow_newsletters\":null,"
            + "\"date_joined\":\"2026-11-23T03:00:00.000000Z\",\"role\":\"manager\",\"active\":true";

    @Test
    void anAccount() {
        assertThat(Json.write(ANN)).isEqualTo("{" + ANN_JSON + "}");
    }

    @Test
    void ownAccount() {
        assertThat(Json.write(new UserView.Own(ANN, List.of("tasks.view"))))
                .isEqualTo("{" + ANN_JSON + ",\"permissions\":[\"tasks.view\"]}");
    }

    @Test
    void anAuthor() {
        assertThat(Json.write(new AuthorView(new PersonView(7, "Ann", "", "a@b", null), "A"))).isEqualTo(
                "{\"id\":7,\"first_name\":\"Ann\",\"last_name\":\"\",\"email\":\"a@b\",\"avatar\":null,\"initials\":\"A\"}");
    }

    @Test
    void aMembership() {
        assertThat(Json.write(new OrganizationView.Membership(7, 1, ANN, null, null)))
                .isEqualTo("{\"id\":7,\"organization\":1,\"user\":{" + ANN_JSON
                        + "},\"created_projects\":null,\"contributed_to_projects\":null}");
    }
}
