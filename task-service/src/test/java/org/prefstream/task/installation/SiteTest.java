package org.prefstream.task.installation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SiteTest {

    private final Api owner = Api.owner();

    @Test
    void tellsItsVersionToAnybodyInTheKeysThatSdksRead() {
        given().get("/api/version/")
                .then()
                .statusCode(200)
                .body("edition", equalTo("Community"))
                .body("release", equalTo("1.23.2"))
                .body("$", hasKey("label-studio-os-package"))
                .body("$", not(hasKey("label-studio-enterprise-backend")));
    }

    @Test
    void listsTheTemplateForPreferences() {
        owner.get("/api/templates")
                .statusCode(200)
                .body("templates.title", hasItem("Human Preference collection for RLHF"))
                .body("groups", hasItem("Generative AI"))
                .body("templates[0].config", containsString("<Pairwise name=\"comparison\""));
        given().get("/api/templates").then().statusCode(401);
    }

    @Test
    void saysWhatConfigurationsAreWrittenOf() {
        owner.get("/api/templates/tags")
                .statusCode(200)
                .body("find { it.tag == 'Pairwise' }.attributes", hasItem("selectionStyle"))
                .body("find { it.tag == 'Choices' }.attributes", hasItems("choice", "toName", "visibleWhen"));
        given().get("/api/templates/tags").then().statusCode(401);
    }

    @Test
    void isOneOrganization() {
        owner.get("/api/organizations/").statusCode(200).body("id", hasItem(1));
        owner.get("/api/organizations/1").statusCode(200).body("title", equalTo("Prefstream"));
        owner.get("/api/organizations/1/memberships?page_size=1")
                .statusCode(200)
                .body("results[0].user.email", equalTo(Api.OWNER));
        owner.get("/api/organizations/2").statusCode(404);
    }
}
