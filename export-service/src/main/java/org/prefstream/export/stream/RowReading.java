package org.prefstream.export.stream;

import org.prefstream.export.dataset.RowPage;

import io.smallrye.mutiny.Uni;

/** The changes of the dataset's rows, page by page, and once that there are no more for the time being. */
final class RowReading implements OpenStream.Reading {

    private final Pages pages;
    private final boolean blind;

    private long position;
    private boolean isBegun;
    private boolean isCaughtUp;

    /** Reads the reader's changes behind a position. */
    @FunctionalInterface
    interface Pages {

        Uni<RowPage> behind(long position);
    }

    /**
     * @param position where it begins
     * @param blind whether the reader must not learn of models, or of the order of the data
     */
    RowReading(Pages pages, long position, boolean blind) {
        this.pages = pages;
        this.position = position;
        this.blind = blind;
    }

    @Override
    public Uni<OpenStream.Part> next() {
        return pages.behind(position).map(this::written);
    }

    private OpenStream.Part written(RowPage page) {
        Events events = isBegun ? new Events(blind) : Events.beginning(blind);
        page.changes().forEach(events::add);
        position = page.reached();
        isBegun = true;
        if (page.isLast() && !isCaughtUp) {
            isCaughtUp = true;
            events.addCaughtUp(position);
        }
        return new OpenStream.Part(events.text(), page.isLast());
    }
}
