import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes an installer of the launcher that the build has made, with what its start needs prepared.
 *
 * <p>The launcher is started once, without a window, and trains a little; what Java loads and links
 * for that it keeps in a cache, from which every later start takes it. Then jpackage makes the
 * installer. The build's profile {@code installer} runs this by the JDK it has found:
 *
 * <p>The cache is good only for files of the same time and size, and packing copies them: so all
 * get one time before, and Debian's packer is told to keep to it.
 *
 * <pre>java Installer.java TYPE IMAGE DESTINATION VERSION</pre>
 *
 * TYPE is deb, msi or dmg, as jpackage calls it.
 */
final class Installer {
  private static final String CACHE = "glassbox.aot";
  private static final int PATIENCE_MINUTES = 10;

  /** Of all files, 2026-01-01 as in the build, in seconds since 1970. */
  private static final long TIME = 1_767_225_600;

  private Installer() {}

  public static void main(String[] args) throws Exception {
    String type = args[0];
    Path image = Path.of(args[1]).toAbsolutePath();
    Path app = app(image);
    makeOld(image);
    rehearse(launcher(image), app.resolve(CACHE));
    useCache(app.resolve("glassbox.cfg"));
    System.exit(jpackage(type, image, Path.of(args[2]), args[3]));
  }

  /** Where the program's own files are: each system has its own place. */
  private static Path app(Path image) {
    return Stream.of("lib/app", "app", "Contents/app")
        .map(image::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no launcher in " + image));
  }

  private static Path launcher(Path image) {
    return Stream.of("bin/glassbox", "glassbox.exe", "Contents/MacOS/glassbox")
        .map(image::resolve)
        .filter(Files::isRegularFile)
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

  private static void rehearse(Path launcher, Path cache) throws Exception {
    Path home = Files.createTempDirectory("glassbox-rehearsal-");
    try {
      ProcessBuilder start = new ProcessBuilder(launcher.toString()).inheritIO();
      start
          .environment()
          .put(
              "JAVA_TOOL_OPTIONS",
              String.join(
                  " ",
                  "-XX:AOTCacheOutput=" + cache,
                  "-Dglass.platform=Headless",
                  "-Dprism.order=sw",
                  "-Dglassbox.rehearsal=true",
                  "-Dglassbox.home=" + home));
      Process rehearsal = start.start();
      if (!rehearsal.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        rehearsal.destroyForcibly();
      }
      if (rehearsal.exitValue() != 0 || !Files.isRegularFile(cache)) {
        throw new IllegalStateException("the launcher could not be rehearsed: no " + cache);
      }
    } finally {
      delete(home);
    }
  }

  private static void useCache(Path configuration) throws IOException {
    String option = "java-options=-XX:AOTCache=$APPDIR/" + CACHE;
    if (!Files.readString(configuration).contains(option)) {
      Files.writeString(configuration, option + "\n", StandardOpenOption.APPEND);
    }
  }

  private static int jpackage(String type, Path image, Path destination, String version)
      throws Exception {
    List<String> options = new ArrayList<>();
    options.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    options.addAll(List.of("--type", type, "--name", "glassbox", "--app-image", image.toString()));
    options.addAll(List.of("--dest", destination.toString(), "--app-version", version));
    options.addAll(List.of("--vendor", "Glassbox", "--license-file", "LICENSE"));
    options.addAll(List.of("--description", "Watch a neural network learn - and see why"));
    options.addAll(List.of("--file-associations", "src/main/packaging/run.properties"));
    switch (type) {
      case "deb" ->
          options.addAll(
              List.of(
                  "--icon",
                  "assets/icons/glassbox.png",
                  "--resource-dir",
                  "src/main/packaging/linux",
                  "--file-associations",
                  "src/main/packaging/recipe.properties",
                  "--linux-package-name",
                  "glassbox",
                  "--linux-deb-maintainer",
                  "glassbox@localhost",
                  "--linux-menu-group",
                  "Education",
                  "--linux-app-category",
                  "education",
                  "--linux-shortcut"));
      case "msi" ->
          options.addAll(
              List.of(
                  "--win-menu", "--win-shortcut", "--win-dir-chooser", "--win-per-user-install"));
      default -> {} // a dmg needs nothing more
    }
    ProcessBuilder packing = new ProcessBuilder(options).inheritIO();
    packing.environment().put("SOURCE_DATE_EPOCH", Long.toString(TIME));
    return packing.start().waitFor();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
