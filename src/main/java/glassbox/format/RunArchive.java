package glassbox.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A run's folder as one {@code .glassbox} file, which is a zip. Of such a file nothing is believed:
 * only files that a run's folder has are taken, by their known names, at most 10,000 of them, 4 GiB
 * in all and 100 times the file's size (and 16 MiB); a link, or any other name, refuses the whole
 * file. It becomes a folder at once or not at all.
 */
public final class RunArchive {
  /** How such a file's name ends. */
  public static final String ENDING = ".glassbox";

  private static final int MOST_FILES = 10_000;
  private static final long MOST_BYTES = 4L << 30;
  private static final long MOST_TIMES = 100;
  private static final long ALWAYS_ALLOWED = 16L << 20;
  private static final String WHAT = "cannot open the run";

  /** What may lie in a run's folder. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(recipe|about|summary)\\.json|changes\\.jsonl|(metrics|epochs)\\.csv"
              + "|model\\.(safetensors|onnx)|checkpoint\\.bin|timeline/[A-Za-z0-9_-]{1,40}\\.bin"
              + "|report/((loss|accuracy|gallery|confusion)\\.png|report\\.html)");

  private RunArchive() {}

  /** Whether a file is named as such a file is. */
  public static boolean isNamedSo(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(ENDING) && Files.isRegularFile(file);
  }

  /** What a file is called without its ending, as a folder may be called. */
  static String stem(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.glassbox$", "");
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "");
    return safe.isEmpty() ? "run" : safe.substring(0, Math.min(100, safe.length()));
  }

  /**
   * Writes a run's folder as one file; what is no part of a run stays out.
   *
   * @throws FormatException where the folder holds no run
   */
  public static void pack(Path run, Path target) throws IOException {
    RunFolder.open(run);
    List<Path> files;
    try (Stream<Path> all = Files.walk(run, 2)) {
      files = all.filter(file -> isPartOfARun(run, file)).sorted().toList();
    }
    AtomicFiles.write(
        target,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Path file : files) {
            ZipEntry entry = new ZipEntry(nameIn(run, file));
            entry.setLastModifiedTime(Files.getLastModifiedTime(file));
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
          }
          zip.finish();
        });
  }

  private static boolean isPartOfARun(Path run, Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && KNOWN.matcher(nameIn(run, file)).matches();
  }

  private static String nameIn(Path run, Path file) {
    return run.relativize(file).toString().replace('\\', '/');
  }

  /**
   * Makes a run's folder, named after the file, in another folder. Where that very run is there
   * under this name already, nothing is made.
   *
   * @return the run's folder
   * @throws FormatException naming what is wrong with the file
   */
  public static Path unpack(Path file, Path parent) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refusal(file, Files.exists(file) ? "expected a file" : "expected a file, got nothing");
    }
    Files.createDirectories(parent);
    Path beside = Files.createTempDirectory(parent, ".unpacking-");
    try {
      extract(file, beside);
      requireRun(file, beside);
      return settle(beside, parent, stem(file));
    } finally {
      delete(beside);
    }
  }

  private static void requireRun(Path file, Path folder) throws IOException {
    try {
      RunFolder run = RunFolder.open(folder);
      run.readPlan();
      run.readAbout();
      run.readCheckpoint();
      run.readSummary();
    } catch (FormatException e) {
      String words = String.valueOf(e.getMessage()).replace(folder + "/", "");
      throw refusal(file, "expected a whole run, got: " + words.replace(folder + ", ", ""));
    }
  }

  private static Path settle(Path beside, Path parent, String name) throws IOException {
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
      if (isSame(folder, beside)) {
        return folder;
      }
      folder = parent.resolve(name + "-" + i);
    }
    try {
      return Files.move(beside, folder, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(beside, folder);
    }
  }

  /** Whether two folders hold the same run in the same state. */
  private static boolean isSame(Path one, Path other) throws IOException {
    for (String file : List.of("recipe.json", "changes.jsonl", "checkpoint.bin", "summary.json")) {
      boolean here = Files.isRegularFile(one.resolve(file));
      if (here != Files.isRegularFile(other.resolve(file))
          || here && Files.mismatch(one.resolve(file), other.resolve(file)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void extract(Path file, Path folder) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      requireHarmless(file, entries);
      long left = Math.min(MOST_BYTES, MOST_TIMES * Files.size(file) + ALWAYS_ALLOWED);
      for (ZipArchiveEntry entry : entries) {
        if (!entry.isDirectory()) {
          left -= extract(zip, entry, folder, left);
          if (left < 0) {
            throw refusal(
                file,
                "expected at most 4 GiB and 100 times the file's size, got more in "
                    + entry.getName());
          }
        }
      }
    } catch (FormatException | java.nio.file.FileSystemException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw refusal(file, "expected a whole .glassbox file, got one that is broken: " + reason(e));
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? "it ends too early" : e.getMessage();
  }

  /** Looks at all names before anything is written. */
  private static void requireHarmless(Path file, List<ZipArchiveEntry> entries)
      throws FormatException {
    if (entries.size() > MOST_FILES) {
      throw refusal(file, "expected at most %,d files, got more".formatted(MOST_FILES));
    }
    Set<String> seen = new HashSet<>();
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName();
      if (entry.isUnixSymlink()) {
        throw refusal(file, "expected files, got a link: " + name);
      }
      boolean folder = entry.isDirectory() && name.matches("(timeline|report)/");
      if (!folder && !KNOWN.matcher(name).matches()) {
        throw refusal(file, "expected the files of a run alone, got " + name);
      }
      if (!seen.add(name)) {
        throw refusal(file, "expected each file once, got twice " + name);
      }
    }
  }

  /** Writes one file and says how long it is; stops beyond the limit, whatever the zip promised. */
  private static long extract(ZipFile zip, ZipArchiveEntry entry, Path folder, long limit)
      throws IOException {
    Path target = folder.resolve(entry.getName());
    Files.createDirectories(target.resolveSibling(""));
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry));
        OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0 && written <= limit; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        written += n;
      }
    }
    return written;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  private static FormatException refusal(Path file, String expectedAndGot) {
    return new FormatException(WHAT, file.toString(), expectedAndGot);
  }
}
