import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an installer of the launcher that the build has made. The build's profile {@code installer}
 * runs this by the JDK it has found:
 *
 * <pre>java Installer.java TYPE IMAGE DESTINATION VERSION</pre>
 *
 * TYPE is deb, msi or dmg, as jpackage calls it.
 */
final class Installer {
  /** What {@code StartCache} has given all files; Debian's packer would change it otherwise. */
  private static final String TIME = "1767225600";

  private Installer() {}

  public static void main(String[] args) throws Exception {
    Path image = Path.of(args[1]).toAbsolutePath();
    System.exit(jpackage(args[0], image, Path.of(args[2]), args[3]));
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
    packing.environment().put("SOURCE_DATE_EPOCH", TIME);
    return packing.start().waitFor();
  }
}
