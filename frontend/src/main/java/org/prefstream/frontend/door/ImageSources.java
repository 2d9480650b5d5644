package org.prefstream.frontend.door;

import java.util.List;

import jakarta.inject.Singleton;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;

/** Knows where images of tasks may come from: what the operator has listed, and nothing else. */
@Singleton
class ImageSources {

    private static final String FIELD = "from";

    private final List<ImageAddress> beginnings;

    ImageSources(DoorConfig config) {
        this.beginnings = config.images().sources().orElse(List.of()).stream().map(ImageSources::beginning).toList();
    }

    /** {@return what the addresses of images begin with, each with a slash at its end} */
    List<String> listed() {
        return beginnings.stream().map(ImageAddress::toString).toList();
    }

    /**
     * {@return the address that was asked for}
     *
     * @param from the values of the parameter
     * @throws ProblemException if there is not one address, or not an allowed one
     */
    ImageAddress allowed(List<String> from) {
        if (from.size() != 1) {
            throw ProblemException.invalid(FIELD, "Send one address of an image, percent-encoded.");
        }
        ImageAddress address = address(from.get(0));
        if (beginnings.stream().noneMatch(address::beginsWith)) {
            String why = beginnings.isEmpty()
                    ? "No image is shown here, because the operator has listed no sources (PREFSTREAM_IMAGES_SOURCES)."
                    : "Images come only from the sources that the operator has listed; GET /images/sources tells them.";
            throw new ProblemException(ProblemType.FORBIDDEN, FIELD + ": " + why, List.of(new Violation(FIELD, why)));
        }
        return address;
    }

    /** {@return the problem of an image whose source fails} */
    static ProblemException unavailable(String why) {
        return new ProblemException(ProblemType.IMAGE_UNAVAILABLE, FIELD + ": " + why,
                List.of(new Violation(FIELD, why)));
    }

    private static ImageAddress address(String from) {
        try {
            return ImageAddress.parse(from);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(FIELD, "%s.".formatted(e.getMessage()));
        }
    }

    private static ImageAddress beginning(String source) {
        ImageAddress address;
        try {
            address = ImageAddress.parse(source.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("prefstream.images.sources: " + e.getMessage(), e);
        }
        if (!address.query().isEmpty()) {
            throw new IllegalArgumentException(
                    "prefstream.images.sources: \"%s\" has a query; write only what comes before the question mark"
                            .formatted(source));
        }
        return address.asBeginning();
    }
}
