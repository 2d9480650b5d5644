package org.prefstream.labelstudio.view;

/** The Label Studio release whose API this is. */
public final class Release {

    /** Major, minor and patch. */
    public static final String VERSION = "1.23.2";
    /** Major and minor. */
    public static final String SHORT_VERSION = VERSION.substring(0, VERSION.lastIndexOf('.'));

    private Release() {
    }
}
