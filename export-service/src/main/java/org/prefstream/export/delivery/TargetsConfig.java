package org.prefstream.export.delivery;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The targets that the operator names. No address and no key comes from a browser. */
@ConfigMapping(prefix = "prefstream.targets")
public interface TargetsConfig {

    /** Each target, by its name. */
    @WithParentName
    Map<String, OneTarget> all();

    /** A target is a folder or a bucket. */
    interface OneTarget {

        /** The path of a folder that is there. */
        Optional<String> folder();

        /** A bucket of Amazon S3, or of storage that speaks its protocol. */
        Bucket s3();
    }

    /** Where a bucket is, and who may write to it. */
    interface Bucket {

        Optional<String> bucket();

        /** What the names of all objects begin with. */
        Optional<String> prefix();

        /** The address of the storage; Amazon's own by default. */
        Optional<String> endpoint();

        @WithDefault("us-east-1")
        String region();

        Optional<String> accessKey();

        Optional<String> secretKey();

        /** Whether the bucket's name is the first part of the path, as many servers want it, and not of the host. */
        @WithDefault("false")
        boolean pathStyle();
    }
}
