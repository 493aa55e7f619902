package io.ordertrace.mes.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ordertrace.mes.Stl;
import io.ordertrace.telemetry.InvalidModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolidMeterTests {

    private static final float[] O = {0, 0, 0};
    private static final float[] X = {6, 0, 0};
    private static final float[] Y = {0, 6, 0};
    private static final float[] Z = {0, 0, 6};

    @Test
    void measuresACubeExactly() {
        Solid cube = measure(Stl.binary(Stl.cube(0, 10)));

        assertThat(cube.volumeMm3()).isEqualTo(1000);
        assertThat(cube.longestSideMm()).isEqualTo(10);
    }

    @Test
    void measuresTheSameCubeInTextFormExactly() {
        assertThat(measure(Stl.ascii(Stl.cube(-5, 10))).volumeMm3()).isEqualTo(1000);
    }

    @Test
    void measuresACubeFarFromTheOriginExactly() {
        assertThat(measure(Stl.binary(Stl.cube(100_000, 8))).volumeMm3()).isEqualTo(512);
    }

    @Test
    void measuresATetrahedron() {
        assertThat(measure(Stl.binary(tetrahedron())).volumeMm3()).isEqualTo(36);
    }

    @Test
    void measuresASurfaceTurnedInsideOut() {
        List<float[]> inward = Stl.cube(0, 10).stream()
                .map(t -> new float[] {t[0], t[1], t[2], t[6], t[7], t[8], t[3], t[4], t[5]})
                .toList();

        assertThat(measure(Stl.binary(inward)).volumeMm3()).isEqualTo(1000);
    }

    @Test
    void subtractsAHollowInside() {
        List<float[]> shell = new ArrayList<>(Stl.cube(0, 10));
        Stl.cube(2, 6).forEach(t -> shell.add(new float[] {t[0], t[1], t[2], t[6], t[7], t[8], t[3], t[4], t[5]}));

        assertThat(measure(Stl.binary(shell)).volumeMm3()).isCloseTo(1000 - 216, within(1e-9));
    }

    @Test
    void refusesAnOpenSurface() {
        List<float[]> lidless = Stl.cube(0, 10).subList(0, 10);

        assertNoVolume(Stl.binary(lidless), "open");
    }

    @Test
    void refusesASurfaceWithOneFaceTheWrongWayRound() {
        List<float[]> mixed = new ArrayList<>(tetrahedron());
        mixed.set(0, Stl.triangle(O, X, Y));

        assertNoVolume(Stl.binary(mixed), "face different ways");
    }

    @Test
    void refusesATwoSidedSheet() {
        assertNoVolume(Stl.binary(List.of(Stl.triangle(O, X, Y), Stl.triangle(O, Y, X))), "flat");
    }

    @Test
    void refusesTrianglesWithoutArea() {
        assertNoVolume(Stl.binary(List.of(Stl.triangle(O, X, X), Stl.triangle(Y, Y, Y))), "degenerate");
    }

    @Test
    void readsATextFileWrittenInOneLine() {
        String text = new String(Stl.ascii(Stl.cube(0, 10)), StandardCharsets.US_ASCII);
        int firstLine = text.indexOf('\n') + 1;
        String flat = text.substring(0, firstLine) + text.substring(firstLine).replaceAll("\\s+", " ");

        assertThat(measure(flat.getBytes(StandardCharsets.US_ASCII)).volumeMm3())
                .isEqualTo(1000);
    }

    @Test
    void refusesWhatIsNoStlFile() {
        byte[] whole = Stl.binary(Stl.cube(0, 10));

        assertThatThrownBy(() -> measure(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(InvalidModel.class);
    }

    private static List<float[]> tetrahedron() {
        return List.of(Stl.triangle(O, Y, X), Stl.triangle(O, X, Z), Stl.triangle(O, Z, Y), Stl.triangle(X, Y, Z));
    }

    private static Solid measure(byte[] stl) {
        SolidMeter meter = new SolidMeter();
        new StlTriangles(stl).forEach(meter::add);
        return meter.measure();
    }

    private static void assertNoVolume(byte[] stl, String reason) {
        assertThatThrownBy(() -> measure(stl))
                .isInstanceOf(ModelHasNoVolume.class)
                .hasMessageContaining("model has no volume")
                .hasMessageContaining(reason);
    }
}
