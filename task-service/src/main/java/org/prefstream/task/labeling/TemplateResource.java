package org.prefstream.task.labeling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.prefstream.labelstudio.tag.TagType;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;

/** The labeling configurations to start a project from. */
@Path("/api/templates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {

    @GET
    public Listing list() {
        return new Listing(Templates.all().stream().map(View::of).toList(),
                Templates.all().stream().map(Template::group).distinct().toList());
    }

    /** What a labeling configuration can be written of, for editors. Not in Label Studio. */
    @GET
    @Path("/tags")
    public List<TagView> tags() {
        return Arrays.stream(TagType.values()).map(type -> new TagView(type.tag(), type.knownAttributes())).toList();
    }

    /** A tag and the attributes that it may have. */
    public record TagView(@JsonProperty("tag") String tag, @JsonProperty("attributes") List<String> attributes) {
    }

    /**
     * All templates.
     *
     * @param groups the headings that they are listed under
     */
    public record Listing(
            @JsonProperty("templates") List<View> templates,
            @JsonProperty("groups") List<String> groups) {
    }

    /**
     * A template as Label Studio shows it.
     *
     * @param type whose it is; always {@code community}
     * @param image the address of a picture; empty, since there are none
     * @param example the data of a task that it shows; not in Label Studio
     * @param sketch what stands on its page from top to bottom, for a thumbnail; not in Label Studio
     * @param settings what a project of it is set to beside its configuration; not in Label Studio
     */
    public record View(
            @JsonProperty("title") String title,
            @JsonProperty("type") String type,
            @JsonProperty("group") String group,
            @JsonProperty("image") String image,
            @JsonProperty("details") String details,
            @JsonProperty("config") String config,
            @JsonProperty("example") Map<String, Object> example,
            @JsonProperty("settings") Map<String, Object> settings,
            @JsonProperty("sketch") List<Piece> sketch) {

        private static View of(Template template) {
            return new View(template.title(), "community", template.group(), "", template.details(), template.config(),
                    template.example(), template.settings(), Piece.of(template));
        }
    }
}
