package glassbox.data.folder;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Folders and archives of pictures, made in the test. */
public final class Pictures {
  private Pictures() {}

  /** A picture of one gray level with a border of another. */
  public static byte[] picture(String format, int width, int height, int border, int middle) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
        int level = edge ? border : middle;
        image.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bright on black, 8x8; the number is its brightness. */
  public static byte[] png(int brightness) {
    return picture("png", 8, 8, 0, brightness);
  }

  public static void put(Path root, String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Class folders with so many pictures each, all different. */
  public static Path classes(Path root, int each, String... names) throws IOException {
    int brightness = 20;
    for (String name : names) {
      for (int i = 0; i < each; i++) {
        put(root, name + "/" + i + ".png", png(brightness++ % 256));
      }
    }
    return root;
  }

  public static Path zip(Path zip, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return zip;
  }

  public static Path tarGz(Path tarGz, Map<String, byte[]> files) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(tarGz));
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    return tarGz;
  }
}
