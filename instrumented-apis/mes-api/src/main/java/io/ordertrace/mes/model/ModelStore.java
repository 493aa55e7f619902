package io.ordertrace.mes.model;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Reads and writes model files. The store's own failures pass through as {@link SdkException}. */
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

    /** Operators can work without the store, so MES starts without it. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            ensureBucket();
        } catch (SdkException e) {
            LOG.warn("The model store does not answer; it is tried again with each health check", e);
        }
    }

    /**
     * Makes the bucket if it is missing. Another service may be doing the same at this moment.
     *
     * @throws SdkException if the store cannot be reached
     */
    void ensureBucket() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (NoSuchBucketException missing) {
            create();
        }
    }

    private void create() {
        try {
            s3.createBucket(request -> request.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException meanwhile) {
            LOG.debug("Another service made the bucket at the same moment", meanwhile);
        }
    }

    /** @throws ModelMissing if nothing lies under the key */
    public byte[] load(String key) {
        try {
            return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArrayUnsafe();
        } catch (NoSuchKeyException e) {
            throw new ModelMissing(key, e);
        }
    }

    /** @param filename what the file shall be called when somebody downloads it */
    public void save(String key, String filename, byte[] stl) {
        String disposition = ContentDisposition.attachment()
                .filename(filename, StandardCharsets.UTF_8)
                .build()
                .toString();
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(TYPE).contentDisposition(disposition),
                body(stl));
    }

    /** Reads the array where it is: a copy would cost as much memory again. */
    private static RequestBody body(byte[] stl) {
        return RequestBody.fromContentProvider(ContentStreamProvider.fromByteArrayUnsafe(stl), stl.length, TYPE);
    }
}
