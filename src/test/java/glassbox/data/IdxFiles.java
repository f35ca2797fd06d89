package glassbox.data;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes data sets as their makers do: IDX files, gzipped or not, in folders and archives. */
final class IdxFiles {
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private IdxFiles() {}

  /** Three training images and two test images of 4x5 pixels, of three classes; plain IDX. */
  static Map<String, byte[]> dataset() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(TRAIN_IMAGES, images(3, 4, 5));
    files.put(TRAIN_LABELS, labels(0, 1, 2));
    files.put(TEST_IMAGES, images(2, 4, 5));
    files.put(TEST_LABELS, labels(2, 0));
    return files;
  }

  /** The same with every IDX file gzipped. */
  static Map<String, byte[]> gzipped(Map<String, byte[]> plain) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> file : plain.entrySet()) {
      boolean idx = file.getKey().endsWith("ubyte");
      files.put(file.getKey() + (idx ? ".gz" : ""), idx ? gzip(file.getValue()) : file.getValue());
    }
    return files;
  }

  /** Pixel i of the file is i modulo 256. */
  static byte[] images(int count, int height, int width) {
    byte[] pixels = new byte[count * height * width];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    return idx(pixels, IdxReader.IMAGES_MAGIC, count, height, width);
  }

  static byte[] labels(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return idx(bytes, IdxReader.LABELS_MAGIC, labels.length);
  }

  /** A header of these numbers, whatever they are, and these bytes. */
  static byte[] idx(byte[] body, int... header) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * header.length + body.length);
    for (int number : header) {
      buffer.putInt(number);
    }
    return buffer.put(body).array();
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  static Path writeFolder(Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  /** The files stand in a folder within the archive, as in most archives. */
  static Path writeZip(Path zip, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("data/"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry("data/" + file.getKey()));
        out.write(file.getValue());
      }
    }
    return zip;
  }

  static Path writeTarGz(Path tarGz, Map<String, byte[]> files) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(tarGz));
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
      tar.putArchiveEntry(new TarArchiveEntry("data/"));
      tar.closeArchiveEntry();
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry("data/" + entry.getKey());
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    return tarGz;
  }
}
