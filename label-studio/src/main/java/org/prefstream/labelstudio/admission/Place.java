package org.prefstream.labelstudio.admission;

/** A place that a request holds. Both calls are safe from every thread; calling one again changes nothing. */
public interface Place {

    /**
     * Says that the answer begins. How long that took tells the line whether it lets in too many.
     *
     * @param known whether the answer shows that its holder is known, and not a stranger who has invented a name
     */
    void answered(boolean known);

    /** Gives the place to the next one. */
    void leave();
}
