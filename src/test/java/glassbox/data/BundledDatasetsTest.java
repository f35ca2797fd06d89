package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundledDatasetsTest {
  @ParameterizedTest
  @CsvSource({
    "assets/mnist/train-images-idx3-ubyte.gz,"
        + " ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "assets/mnist/train-labels-idx1-ubyte.gz,"
        + " 65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "assets/mnist/t10k-images-idx3-ubyte.gz,"
        + " 0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "assets/mnist/t10k-labels-idx1-ubyte.gz,"
        + " ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    "fashionMNIST/train-images-idx3-ubyte.gz,"
        + " c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "fashionMNIST/train-labels-idx1-ubyte.gz,"
        + " bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "fashionMNIST/t10k-images-idx3-ubyte.gz,"
        + " 5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "fashionMNIST/t10k-labels-idx1-ubyte.gz,"
        + " 0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
  })
  void filesAreThoseOfTheirMakers(String file, String sha256) throws Exception {
    assertEquals(sha256, sha256OfUnzipped(Path.of(file)));
  }

  private static String sha256OfUnzipped(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist"})
  void theyHave60000And10000ImagesOf28x28InTenClasses(String name) throws IOException {
    ImageDataset dataset = Datasets.load(name);
    assertEquals(name, dataset.name());
    assertEquals(60_000, dataset.train().count());
    assertEquals(10_000, dataset.test().count());
    assertEquals(28, dataset.train().height());
    assertEquals(28, dataset.train().width());
    assertEquals(784, dataset.pixelsPerImage());
    assertEquals(10, dataset.classes());
  }

  @Test
  void mnistBeginsWithAFive() throws IOException {
    ImageDataset mnist = Datasets.load("mnist");
    assertEquals(5, mnist.train().label(0));
    assertEquals(7, mnist.test().label(0));
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), mnist.classNames());
  }

  @Test
  void fashionBeginsWithAnAnkleBoot() throws IOException {
    ImageDataset fashion = Datasets.load("fashion-mnist");
    assertEquals("Ankle boot", fashion.classNames().get(fashion.train().label(0)));
    assertEquals(
        List.of(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot"),
        fashion.classNames());
  }
}
