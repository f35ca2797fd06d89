package glassbox.ui.controls;

import java.net.URL;

/** Style sheets and fonts that are part of the program. */
public final class ProgramFile {
  private ProgramFile() {}

  /**
   * The address of a file that lies beside a class, as JavaFX wants it.
   *
   * @throws IllegalStateException where the program was put together without it
   */
  public static String beside(Class<?> owner, String name) {
    URL url = owner.getResource(name);
    if (url == null) {
      throw new IllegalStateException("the program lacks its file " + name);
    }
    return url.toExternalForm();
  }
}
