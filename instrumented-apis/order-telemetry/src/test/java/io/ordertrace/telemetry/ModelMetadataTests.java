package io.ordertrace.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelMetadataTests {

    private static final String FACET = """
              facet normal 0 0 1
                outer loop
                  vertex 0 0 0
                  vertex 1.5e+1 0 0
                  vertex 0 -2.25 0
                endloop
              endfacet
            """;

    @Test
    void readsABinaryFile() {
        ModelMetadata model = ModelMetadata.read(binary(2));

        assertThat(model.format()).isEqualTo("stl-binary");
        assertThat(model.sizeBytes()).isEqualTo(184);
        assertThat(model.triangles()).isEqualTo(2);
        // sha256sum of the same 184 bytes
        assertThat(model.sha256()).isEqualTo("19a63f06262deebb121e184e4d47471265244213a4d5db31e6d1624875d15998");
    }

    @Test
    void aBinaryFileMayBeginLikeAnAsciiOne() {
        byte[] content = binary(1);
        System.arraycopy("solid ring".getBytes(US_ASCII), 0, content, 0, 10);

        assertThat(ModelMetadata.read(content).format()).isEqualTo("stl-binary");
    }

    @Test
    void readsAnAsciiFileWithSeveralSolids() {
        String solid = "solid left ring\n" + FACET + FACET + "endsolid left ring\n";

        ModelMetadata model = read(solid + solid);

        assertThat(model.format()).isEqualTo("stl-ascii");
        assertThat(model.triangles()).isEqualTo(4);
    }

    @Test
    void readsAsciiInAnyCaseAndWithWindowsLines() {
        String content =
                ("solid\n" + FACET + "endsolid").toUpperCase(Locale.ROOT).replace("\n", "\r\n");

        assertThat(read(content).triangles()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF-1.7",
                "<html><script>alert(1)</script></html>",
                "solid",
                "solid nothing\nendsolid nothing",
                "solid cut\nfacet normal 0 0 1 outer loop vertex 0 0",
                "solid a\nfacet normal 0 0 1 outer loop vertex 0 0 NaN",
                "solid a\nfacet normal 0 0 1 outer loop vertex 0 0 1e999",
                "solid a\nfacet normal 0 0 1 outer loop vertex 0 0 0x1p3",
                "solid a\nfacet normal 0 0 1 outer loop vertex 0 0 ..",
                "solid a\nfacet normal 0 0 1 inner"
            })
    void refusesWhatIsNoModel(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(InvalidModel.class);
    }

    @Test
    void refusesAnythingAfterTheEnd() {
        assertThatThrownBy(() -> read("solid a\n" + FACET + "endsolid a\n<?php"))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("The STL file goes on after its end");
    }

    @Test
    void refusesABinaryFileThatIsCutOff() {
        byte[] content = binary(3);

        assertThatThrownBy(() -> ModelMetadata.read(Arrays.copyOf(content, content.length - 1)))
                .isInstanceOf(InvalidModel.class);
    }

    @Test
    void refusesABinaryFileThatPromisesFourBillionTriangles() {
        byte[] content = binary(1);
        ByteBuffer.wrap(content).putInt(80, 0xFFFF_FFFF);

        assertThatThrownBy(() -> ModelMetadata.read(content)).isInstanceOf(InvalidModel.class);
    }

    @Test
    void refusesABinaryFileWithoutTriangles() {
        assertThatThrownBy(() -> ModelMetadata.read(binary(0)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("The STL file holds no triangle");
    }

    @Test
    void refusesABinaryFileWithAnInfiniteCoordinate() {
        byte[] content = binary(2);
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putFloat(84 + 50 + 12, Float.POSITIVE_INFINITY);

        assertThatThrownBy(() -> ModelMetadata.read(content)).isInstanceOf(InvalidModel.class);
    }

    @Test
    void refusesAWordOfMegabytesAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> read("solid a\n" + "x".repeat(2_000_000)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("The STL file holds a word that is too long");
    }

    @Test
    void aStoredModelGivesBackItsMetadata() {
        ModelMetadata model = ModelMetadata.read(binary(2));

        assertThat(model.storedAs("orders/ORD-0000042/ring.stl").metadata()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ring.stl", "orders/ORD-0000042/../../secret", "orders/ORD-0000042/ring.stl\n"})
    void aStoredModelLiesInTheFolderOfItsOrder(String key) {
        ModelMetadata model = ModelMetadata.read(binary(2));

        assertThatIllegalArgumentException().isThrownBy(() -> model.storedAs(key));
    }

    private static ModelMetadata read(String content) {
        return ModelMetadata.read(content.getBytes(US_ASCII));
    }

    private static byte[] binary(int triangles) {
        ByteBuffer buffer = ByteBuffer.allocate(84 + 50 * triangles).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(80).putInt(triangles);
        for (int i = 0; i < triangles; i++) {
            for (float number : new float[] {0, 0, 1, 0, 0, i, 1, 0, i, 0, 1, i}) {
                buffer.putFloat(number);
            }
            buffer.putShort((short) 0);
        }
        return buffer.array();
    }
}
