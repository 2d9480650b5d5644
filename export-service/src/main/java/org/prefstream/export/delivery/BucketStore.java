package org.prefstream.export.delivery;

import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of storage that speaks S3's protocol. A file is uploaded in parts, which nobody sees before the upload is completed.
 *
 * @param prefix what the names of all objects begin with; empty, or with a slash at its end
 */
record BucketStore(S3Client client, String bucket, String prefix) implements Store {

    private static final Logger LOG = Logger.getLogger(BucketStore.class);
    private static final int NOT_FOUND = 404;
    private static final int MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    @Override
    public String kind() {
        return "s3";
    }

    @Override
    public void clean(String place) throws StoreFailed {
        String folder = key(place) + "/";
        told(() -> {
            for (MultipartUpload left : client.listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(folder))
                    .uploads()) {
                if (left.key().startsWith(folder)) {
                    abort(left.key(), left.uploadId());
                }
            }
            return place;
        });
    }

    @Override
    public StagedFile begin(String path) throws StoreFailed {
        String key = key(path);
        return new UploadedFile(this, key,
                told(() -> client.createMultipartUpload(create -> create.bucket(bucket).key(key)).uploadId()));
    }

    @Override
    public Optional<byte[]> read(String path) throws StoreFailed {
        return ifThere(() -> client.getObjectAsBytes(get -> get.bucket(bucket).key(key(path))).asByteArray());
    }

    @Override
    public Optional<Long> size(String path) throws StoreFailed {
        return ifThere(() -> client.headObject(head -> head.bucket(bucket).key(key(path))).contentLength());
    }

    @Override
    public void remove(String path) throws StoreFailed {
        told(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key(path))));
    }

    /** Stores a file that has no bytes, which no upload in parts can have. */
    void putEmpty(String key) throws StoreFailed {
        told(() -> client.putObject(put -> put.bucket(bucket).key(key), RequestBody.empty()));
    }

    void abort(String key, String uploadId) {
        client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(uploadId));
    }

    private String key(String path) {
        return prefix + path;
    }

    private static <T> Optional<T> ifThere(Supplier<T> request) throws StoreFailed {
        try {
            return Optional.of(asked(request));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code(e))) {
                return Optional.empty(); // HEAD has no body that says what is missing
            }
            throw told(e);
        }
    }

    /** {@return the answer to a request} */
    static <T> T told(Supplier<T> request) throws StoreFailed {
        try {
            return asked(request);
        } catch (S3Exception e) {
            throw told(e);
        }
    }

    private static <T> T asked(Supplier<T> request) throws StoreFailed {
        try {
            return request.get();
        } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException e) {
            throw StoreFailed.passing("The target's storage did not answer in time.", e);
        } catch (SdkClientException e) {
            LOG.debugf(e, "no answer of a target's storage");
            throw StoreFailed.passing("The target's storage could not be reached, or it broke the connection.", e);
        }
    }

    private static StoreFailed told(S3Exception e) {
        String code = code(e);
        if (e.statusCode() >= SERVER_ERRORS || e.statusCode() == MANY_REQUESTS || "RequestTimeout".equals(code)) {
            return StoreFailed.passing(
                    "The target's storage answered %d (%s), which may pass.".formatted(e.statusCode(), code), e);
        }
        return switch (code) {
            case "NoSuchBucket" -> StoreFailed.lasting("The target's bucket is not there.", e);
            case "NoSuchUpload" ->
                StoreFailed.passing("The target's storage has dropped an upload that was not finished.", e);
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" -> StoreFailed
                    .lasting("The target's storage refuses the access key or the secret key (%s).".formatted(code), e);
            case "AccessDenied", "AllAccessDisabled" -> StoreFailed
                    .lasting("The target's storage does not let this access key write there (%s).".formatted(code), e);
            case "PermanentRedirect", "AuthorizationHeaderMalformed" -> StoreFailed.lasting(
                    "The target's bucket is in another region than the configuration says (%s).".formatted(code), e);
            default -> StoreFailed.lasting(
                    "The target's storage refuses the file: it answered %d (%s).".formatted(e.statusCode(), code), e);
        };
    }

    private static String code(S3Exception e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null || code.isEmpty() ? "no code" : code;
    }
}
