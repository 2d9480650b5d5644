package org.prefstream.export.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A file that is uploaded in parts, of which one at a time is in memory. Each part comes with its MD5, which the storage checks. */
final class UploadedFile extends StagedFile {

    /** Storage takes 10,000 parts, so a file may have 78 GiB. */
    static final int PART_BYTES = 8 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(UploadedFile.class);
    private static final int PARTS_MOST = 10_000;

    private final BucketStore store;
    private final String key;
    private final String uploadId;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte @Nullable [] part;
    private int filled;
    private boolean isOver;

    UploadedFile(BucketStore store, String key, String uploadId) {
        this.store = store;
        this.key = key;
        this.uploadId = uploadId;
    }

    @Override
    void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            byte[] present = part == null ? new byte[PART_BYTES] : part;
            part = present;
            int count = Math.min(offset + length - at, PART_BYTES - filled);
            System.arraycopy(bytes, at, present, filled, count);
            at += count;
            filled += count;
            if (filled == PART_BYTES) {
                upload(present);
            }
        }
    }

    private void upload(byte[] full) throws StoreFailed {
        int number = parts.size() + 1;
        if (number > PARTS_MOST) {
            throw StoreFailed.lasting("The file is larger than 78 GiB, which is more than a target's storage takes.",
                    new IllegalStateException(number + " parts"));
        }
        // Its bytes are neither copied nor changed before the answer is there.
        RequestBody body = RequestBody.fromContentProvider(() -> new ByteArrayInputStream(full, 0, filled), filled,
                "application/octet-stream");
        String md5 = md5(full, filled);
        String tag = BucketStore.told(() -> store.client()
                .uploadPart(part -> part.bucket(store.bucket())
                        .key(key)
                        .uploadId(uploadId)
                        .partNumber(number)
                        .contentMD5(md5), body)
                .eTag());
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        filled = 0;
    }

    private static String md5(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(bytes, 0, length);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    @Override
    void finish() throws IOException {
        if (part != null && filled > 0) {
            upload(part);
        }
        part = null;
    }

    @Override
    void publish() throws IOException {
        if (parts.isEmpty()) {
            store.putEmpty(key);
            drop();
        } else {
            BucketStore.told(() -> store.client()
                    .completeMultipartUpload(complete -> complete.bucket(store.bucket())
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(parts))));
        }
        isOver = true;
    }

    @Override
    void drop() {
        if (isOver) {
            return;
        }
        isOver = true;
        try {
            store.abort(key, uploadId);
        } catch (SdkException e) {
            LOG.warnf("an unfinished upload stays in a target's bucket until its delivery is tried again: %s",
                    e.getMessage());
        }
    }
}
