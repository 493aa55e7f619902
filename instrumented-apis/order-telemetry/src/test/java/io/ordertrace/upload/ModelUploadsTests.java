package io.ordertrace.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class ModelUploadsTests {

    private static final int MEBIBYTE = 1024 * 1024;

    private final ModelUploads uploads = new ModelUploads(DataSize.ofMegabytes(40));

    @Test
    void handsOnWhatWasSent() {
        byte[] content = {1, 2, 3};

        assertThat(uploads.of(announced(content)).<byte[]>receive(model -> model))
                .isEqualTo(content);
        assertThat(uploads.of(unannounced(content)).<byte[]>receive(model -> model))
                .isEqualTo(content);
        assertThat(uploads.of(announced(new byte[0])).<byte[]>receive(model -> model))
                .isEmpty();
    }

    @Test
    void manySmallModelsHaveRoomBesideALargeOne() {
        int together =
                uploads.of(announced(new byte[20 * MEBIBYTE])).receive(large -> receiveWithin(new byte[MEBIBYTE], 20));

        assertThat(together).isEqualTo(20);
    }

    @Test
    void theRoomIsFreeAgainAlsoAfterAFailure() {
        byte[] largest = new byte[20 * MEBIBYTE];
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> uploads.of(announced(largest)).receive(model -> {
                        throw new IllegalStateException("store away");
                    }))
                    .hasMessage("store away");
        }

        assertThat(receiveWithin(largest, 2)).isEqualTo(2);
        assertThatThrownBy(() -> receiveWithin(largest, 3)).isInstanceOf(TooManyUploads.class);
    }

    @Test
    void aModelOfUnknownLengthTakesAllTheRoomThatItMayNeed() {
        byte[] small = {1};

        assertThatThrownBy(() -> uploads.of(announced(small))
                        .receive(model -> uploads.of(unannounced(small)).receive(other -> other)))
                .isInstanceOf(TooManyUploads.class);
    }

    @Test
    void aModelThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        byte[] tooLarge = new byte[20 * MEBIBYTE + 1];

        assertThatThrownBy(() -> uploads.of(announced(tooLarge))).isInstanceOf(ModelTooLarge.class);
        ModelUpload upload = uploads.of(unannounced(tooLarge));
        assertThatThrownBy(() -> upload.receive(model -> model)).isInstanceOf(ModelTooLarge.class);
    }

    @Test
    void aModelThatEndsTooEarlyIsBrokenOff() {
        MockHttpServletRequest request = new MockHttpServletRequest() {

            @Override
            public long getContentLengthLong() {
                return 4;
            }
        };
        request.setContent(new byte[3]);

        assertThatThrownBy(() -> uploads.of(request).receive(model -> model)).isInstanceOf(UploadBrokenOff.class);
    }

    @Test
    void refusesAMemoryInWhichNoModelFits() {
        assertThatThrownBy(() -> new ModelUploads(DataSize.ofMegabytes(39)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** @return how many were there at the same time */
    private int receiveWithin(byte[] content, int depth) {
        return depth == 0 ? 0 : uploads.of(announced(content)).receive(model -> 1 + receiveWithin(content, depth - 1));
    }

    private static MockHttpServletRequest announced(byte[] content) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(content);
        return request;
    }

    private static MockHttpServletRequest unannounced(byte[] content) {
        MockHttpServletRequest request = new MockHttpServletRequest() {

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContent(content);
        return request;
    }
}
