package glassbox.ui.journeys;

import glassbox.ui.support.WindowBench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A window of its own for each test, on the small data set, with nothing trained yet. */
abstract class Journey {
  @TempDir Path home;
  WindowBench window;

  @BeforeEach
  void openWindow() {
    window = bench();
  }

  /** Opens the window that a test begins with. */
  WindowBench bench() {
    return new WindowBench(home);
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }
}
