package glassbox.data;

import static glassbox.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRefusalTest {
  @TempDir private Path folder;

  private void refused(byte[] bytes, String... whatIsWrong) throws IOException {
    Path file = Files.write(folder.resolve("hostile.png"), bytes);
    assertRefused(() -> PictureFile.read(file), file, whatIsWrong);
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /** Noise, so that the file is long. */
  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 40_000; i++) {
      image.setRGB(i % 200, i / 200, i * 0x9E3779B1);
    }
    return image;
  }

  @Test
  void whatIsNoFileIsNamed() {
    assertRefused(() -> PictureFile.read(folder), folder, "got a folder");
    Path missing = folder.resolve("missing.png");
    assertRefused(() -> PictureFile.read(missing), missing, "got nothing there");
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    refused(new byte[0], "got an empty file");
    refused("a text\n".getBytes(StandardCharsets.UTF_8), "got another kind of file");
    refused(encoded(noise(), "tiff"), "got another kind of file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
  void aPictureThatIsCutOffIsBroken(String format) throws IOException {
    byte[] whole = encoded(noise(), format);
    refused(Arrays.copyOf(whole, whole.length / 2), "expected a whole picture");
    refused(Arrays.copyOf(whole, 24), "expected");
  }

  @Test
  void anImageBombIsRefusedBeforeItIsUnpacked() throws IOException {
    refused(pngHeader(60_000, 60_000), "got 60,000 x 60,000");
  }

  @Test
  void aPictureWithoutPixelsIsRefused() throws IOException {
    refused(pngHeader(0, 10), "expected");
  }

  /** Signature and header; what follows need not be there to be refused. */
  private static byte[] pngHeader(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 0, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    return ByteBuffer.allocate(8 + 4 + 17 + 4)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put(header)
        .putInt((int) sum.getValue())
        .array();
  }

  @Test
  void fourColoursAreRefused() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(
          new IIOImage(
              java.awt.image.Raster.createInterleavedRaster(0, 8, 8, 4, null), null, null));
    }
    writer.dispose();
    refused(bytes.toByteArray(), "CMYK");
  }

  @Test
  void ofAnAnimationTheFirstFrameCounts() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    Path file = folder.resolve("animated.gif");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      BufferedImage white = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
      white.createGraphics().fillRect(0, 0, 4, 4);
      writer.writeToSequence(new IIOImage(white, null, null), null);
      BufferedImage black = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
      writer.writeToSequence(new IIOImage(black, null, null), null);
      writer.endWriteSequence();
    }
    writer.dispose();
    assertEquals(255, PictureFile.read(file).pixel(2, 2));
  }
}
