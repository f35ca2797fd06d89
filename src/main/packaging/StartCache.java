import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Prepares the launcher that the build has made for a quick start.
 *
 * <p>It is started once, without a window, and trains a little; what Java loads for that it keeps
 * in a cache, from which every later start takes it. Where that cannot be done, the launcher starts
 * without, a little later.
 *
 * <p>The cache is good only for files of the same time and size, and packing copies them: so all
 * get one time before. Java goes without the cache where a copy has another; nobody needs to hear
 * of it.
 *
 * <p>The build runs this by the JDK it has found:
 *
 * <pre>java StartCache.java IMAGE</pre>
 */
final class StartCache {
  private static final String CACHE = "glassbox.aot";
  private static final int PATIENCE_MINUTES = 5;

  /** Of all files, 2026-01-01 as in the build, in seconds since 1970. */
  private static final long TIME = 1_767_225_600;

  private StartCache() {}

  public static void main(String[] args) throws Exception {
    Path image = Path.of(args[0]).toAbsolutePath();
    Path app = app(image);
    makeOld(image);
    if (rehearse(image, app.resolve(CACHE))) {
      useCache(app.resolve("glassbox.cfg"));
    } else {
      Files.deleteIfExists(app.resolve(CACHE));
      System.err.println(
          "The launcher will start a little later: it could not be rehearsed, see " + log(image));
    }
  }

  /** Where the program's own files are. */
  private static Path app(Path image) {
    return within(image, Files::isDirectory, "lib/app", "app", "Contents/app");
  }

  private static Path launcher(Path image) {
    return within(
        image, Files::isRegularFile, "bin/glassbox", "glassbox.exe", "Contents/MacOS/glassbox");
  }

  /** The place that is there: each system has its own. */
  private static Path within(Path image, Predicate<Path> there, String... places) {
    return Stream.of(places)
        .map(image::resolve)
        .filter(there)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no launcher in " + image));
  }

  private static void makeOld(Path image) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(image)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Files.setLastModifiedTime(each, FileTime.from(TIME, TimeUnit.SECONDS));
    }
  }

  private static Path log(Path image) {
    return image.getParent().resolveSibling("rehearsal.log");
  }

  /** Returns whether there is a cache now. */
  private static boolean rehearse(Path image, Path cache) throws Exception {
    Path home = Files.createTempDirectory("glassbox-rehearsal-");
    Path log = log(image);
    try {
      ProcessBuilder start =
          new ProcessBuilder(launcher(image).toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      start
          .environment()
          .put(
              "JAVA_TOOL_OPTIONS",
              String.join(
                  " ",
                  quoted("-XX:AOTCacheOutput=" + cache),
                  "-Dglass.platform=Headless",
                  "-Dprism.order=sw",
                  "-Dglassbox.rehearsal=true",
                  quoted("-Dglassbox.home=" + home)));
      Process rehearsal = start.start();
      if (!rehearsal.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        rehearsal.descendants().forEach(ProcessHandle::destroyForcibly);
        rehearsal.destroyForcibly().waitFor();
      }
      return rehearsal.exitValue() == 0 && Files.isRegularFile(cache);
    } finally {
      delete(home);
    }
  }

  /** As Java reads its options from the environment: a folder's name may have spaces. */
  private static String quoted(String option) {
    return '"' + option + '"';
  }

  private static void useCache(Path configuration) throws IOException {
    String options =
        """
        java-options=-XX:AOTCache=$APPDIR/%s
        java-options=-Xlog:aot*=off
        """
            .formatted(CACHE);
    if (!Files.readString(configuration).contains(options)) {
      Files.writeString(configuration, options, StandardOpenOption.APPEND);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      System.err.println("Left behind: " + folder);
    }
  }
}
