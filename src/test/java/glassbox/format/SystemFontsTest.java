package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemFontsTest {
  @TempDir Path folder;

  /** The report of a program that has the machine to itself. */
  static final class Program {
    public static void main(String[] args) throws IOException {
      Report.write(Path.of(args[0]), ReportSamples.data(10));
      System.out.println("configuration: " + System.getProperty("sun.awt.fontconfig"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void drawsTheSamePicturesOnAMachineWithoutAnyFont() throws Exception {
    String told = run(folder.resolve("report"));
    assertTrue(told.contains("configuration: ") && told.contains("glassbox-fonts"), told);
    Report.write(folder.resolve("expected"), ReportSamples.data(10));
    for (String name : new String[] {Report.LOSS, Report.GALLERY, Report.CONFUSION}) {
      Path drawn = folder.resolve("report").resolve(name);
      assertEquals(-1, Files.mismatch(drawn, folder.resolve("expected").resolve(name)), name);
    }
  }

  /** Runs the program where fontconfig, if there is one, knows of no fonts. */
  private String run(Path report) throws Exception {
    Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder, // where Java remembers the fonts that it found
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            report.toString());
    java.environment().put("FONTCONFIG_FILE", noFonts.toString());
    java.redirectErrorStream(true);
    java.redirectOutput(folder.resolve("told.txt").toFile());
    Process process = java.start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(folder.resolve("told.txt"), StandardCharsets.UTF_8);
  }
}
