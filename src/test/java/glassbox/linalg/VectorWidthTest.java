package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Machines with narrower and wider vectors than this one: the width is chosen when the program
 * starts, so each is a process of its own. What the processor lacks the JDK computes slowly, but
 * computes.
 */
class VectorWidthTest {
  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void everyWidthGivesThePlainKernelsBits(int bits) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules=jdk.incubator.vector",
                    "-Dglassbox.vectorBits=" + bits,
                    "-cp",
                    System.getProperty("java.class.path"),
                    AllProducts.class.getName()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    assertEquals(bits + " bits", said.lines().reduce("", (before, line) -> line), said);
  }

  /** The program of that process: fails where a product differs. */
  static final class AllProducts {
    public static void main(String[] arguments) {
      SparseProductTest sparse = new SparseProductTest();
      sparse.skippingZerosChangesNoBit("simd 2");
      sparse.zeroTimesInfinityAndNaNIsNotSkipped("simd 1");
      new StripsTest().stepsHaveTheBitsOfOneThreadAndWholeRows(2, 77);
      new BackwardBlocksTest().blocksHaveTheBitsOfWholeProducts("simd", 2);
      KernelsTest dense = new KernelsTest();
      for (ProductCase product : ProductCase.values()) {
        dense.simdHasThePlainKernelsBitsOnSmallShapes(product);
        dense.skippingTheZerosBehindAReluChangesNoBit(product);
      }
      ComputeTest rest = new ComputeTest();
      rest.columnSumsAddTheRowsInUse("simd");
      rest.onlyWhatIsPositiveLetsAGradientThrough("simd");
      rest.exponentialsHaveTheSameBitsOnBothKernels();
      System.out.println(SimdKernels.LANES.vectorBitSize() + " bits");
    }
  }
}
