package io.ordertrace.shop.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Keeps model files. */
@Component
public class ModelStore {

    private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);

    private static final String TYPE = "model/stl";

    private final S3Client s3;
    private final String bucket;

    ModelStore(S3Client s3, ModelStoreSettings settings) {
        this.s3 = s3;
        this.bucket = settings.bucket();
    }

    /**
     * Stores the file; under the same key the later one wins.
     *
     * @throws SdkException if the store refuses, cannot be reached or does not answer in time
     */
    public void put(String key, byte[] content) {
        s3.putObject(request -> request.bucket(bucket).key(key).contentType(TYPE), body(content));
    }

    /** Reads the array where it is: a copy would cost as much memory again. */
    private static RequestBody body(byte[] content) {
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromByteArrayUnsafe(content), content.length, TYPE);
    }

    /** A store that is down must not keep customers from looking at their orders, so the shop starts without it. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            ensureBucket();
        } catch (SdkException e) {
            LOG.warn("The model store does not answer; it is tried again with each health check", e);
        }
    }

    void ensureBucket() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (NoSuchBucketException missing) {
            createBucket();
        }
    }

    private void createBucket() {
        try {
            s3.createBucket(request -> request.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException another) {
            LOG.debug("Another service made the bucket at the same moment", another);
        }
    }
}
