package glassbox.cli;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small data set on disk and command lines that train on it in no time. */
final class SmallRuns {
  static final int CLASSES = 5;
  static final int SIDE = 6;
  static final int TRAIN = 60;
  static final int TEST = 20;

  private SmallRuns() {}

  /** Images of five easy patterns in four plain IDX files. */
  static Path dataset(Path folder) throws IOException {
    return write(folder, SyntheticData.patterns(CLASSES, SIDE, TRAIN, TEST));
  }

  static Path write(Path folder, ImageDataset dataset) throws IOException {
    Files.createDirectories(folder);
    write(folder, "train", dataset.train());
    write(folder, "t10k", dataset.test());
    return folder;
  }

  private static void write(Path folder, String part, ImageSet images) throws IOException {
    ByteBuffer pixels = ByteBuffer.allocate(16 + images.count() * images.pixelsPerImage());
    ByteBuffer labels = ByteBuffer.allocate(8 + images.count());
    pixels.putInt(0x803).putInt(images.count()).putInt(images.height()).putInt(images.width());
    labels.putInt(0x801).putInt(images.count());
    for (int i = 0; i < images.count(); i++) {
      pixels.put(images.image(i));
      labels.put((byte) images.label(i));
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), pixels.array());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
  }

  /** The files of a folder in an archive. */
  static Path zip(Path folder, Path zip) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> files = Files.list(folder)) {
      for (Path each : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(each.getFileName().toString()));
        out.write(Files.readAllBytes(each));
      }
    }
    return zip;
  }

  /** Two epochs of four steps on this data set, then what a test is about. */
  static String[] train(Path dataset, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("train", "--dataset", dataset.toString()));
    args.addAll(settings("network=[\"dense 8\",\"relu\",\"dense 5\"]", "validation=10"));
    args.addAll(settings("batchSize=16", "epochs=2"));
    args.addAll(List.of("--out", out.toString()));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private static List<String> settings(String... settings) {
    return Stream.of(settings).flatMap(setting -> Stream.of("--set", setting)).toList();
  }

  /** All files of a folder and its folders, by their relative names. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Deletes a folder with everything in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** The files of a run, but for those that only some runs have or that only resuming needs. */
  static List<String> results(Path run) throws IOException {
    return files(run).stream()
        .filter(file -> !file.matches("checkpoint\\..+|timeline/.+|changes\\.jsonl|model\\.onnx"))
        .toList();
  }
}
