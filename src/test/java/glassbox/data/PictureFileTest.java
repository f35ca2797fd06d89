package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
  @TempDir private Path folder;

  private Path written(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("picture." + format);
    assertTrue(ImageIO.write(image, format, file.toFile()), format);
    return file;
  }

  @Test
  void grayLevelsAreThoseOfTheFile() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    byte[] levels = new byte[256];
    for (int i = 0; i < 256; i++) {
      levels[i] = (byte) i;
      image.getRaster().setSample(i % 16, i / 16, 0, i);
    }
    assertArrayEquals(levels, PictureFile.read(written(image, "png")).gray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
  void everyFormatIsRead(String format) throws IOException {
    BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(0, 0, 20, 20);
    Picture picture = PictureFile.read(written(image, format));
    assertEquals(20, picture.height());
    assertEquals(40, picture.width());
    assertEquals(255, picture.pixel(10, 5), 2);
    assertEquals(0, picture.pixel(10, 35), 2);
  }

  @Test
  void coloursCountByTheirLuminanceAndNothingIsWhite() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, Color.GREEN.getRGB());
    image.setRGB(1, 0, 0x00000000);
    image.setRGB(2, 0, 0x80000000);
    Picture picture = PictureFile.read(written(image, "png"));
    assertArrayEquals(new byte[] {(byte) 150, (byte) 255, 127}, picture.gray());
  }

  @Test
  void grayLevelsOfSixteenBitsLoseTheirLowerByte() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 65535);
    image.getRaster().setSample(1, 0, 0, 100 * 257);
    assertArrayEquals(new byte[] {(byte) 255, 100}, PictureFile.read(written(image, "png")).gray());
  }

  @Test
  void aLargePictureIsThinnedOut() throws IOException {
    BufferedImage image = new BufferedImage(5000, 100, BufferedImage.TYPE_BYTE_GRAY);
    Picture picture = PictureFile.read(written(image, "png"));
    assertEquals(1667, picture.width());
    assertEquals(34, picture.height());
  }
}
