package glassbox.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the operating system gave to this process. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** The most so far; NaN on systems that do not tell in Linux's way. */
  static double peakMebibytes() {
    if (!Files.isReadable(STATUS)) {
      return Double.NaN;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) { // such as "VmHWM:   245760 kB"
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return Double.NaN;
    }
    return Double.NaN;
  }
}
