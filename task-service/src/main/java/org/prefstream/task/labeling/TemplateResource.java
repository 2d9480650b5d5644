package org.prefstream.task.labeling;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;

/** The labeling configurations to start a project from. */
@Path("/api/templates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {

    @GET
    public Map<String, Object> list() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("templates", Templates.all().stream().map(TemplateResource::view).toList());
        view.put("groups", Templates.all().stream().map(Template::group).distinct().toList());
        return view;
    }

    private static Map<String, Object> view(Template template) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", template.title());
        view.put("type", "community");
        view.put("group", template.group());
        view.put("image", "");
        view.put("details", template.details());
        view.put("config", template.config());
        return view;
    }
}
