package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.training.Keyframe;
import glassbox.training.Presets;
import glassbox.training.RunPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArchiveTest {
  @TempDir Path folder;
  private Path run;
  private Path shelf;

  @BeforeEach
  void aRunIsThere() throws IOException {
    run = folder.resolve("run");
    shelf = folder.resolve("shelf");
    RunFolder made = RunFolder.create(run);
    made.writePlan(new RunPlan(Presets.seed()));
    made.writeAbout(RunAbout.of("a run", ""));
    Keyframe keyframe = new Keyframe(0, List.of(new float[8]), 0, false, 0, 0, new double[4], 0);
    made.writeCheckpoint(keyframe, new History());
    Files.createDirectories(run.resolve("timeline"));
    Files.copy(run.resolve("checkpoint.bin"), run.resolve("timeline/0.bin"));
  }

  /** Writes into a zip whatever a hostile hand may. */
  private interface Hand {
    void writes(ZipArchiveOutputStream zip) throws IOException;
  }

  private Path file(Hand hand) throws IOException {
    Path file = folder.resolve("given.glassbox");
    try (OutputStream out = Files.newOutputStream(file);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      add(zip, new ZipArchiveEntry("recipe.json"), Files.readAllBytes(run.resolve("recipe.json")));
      hand.writes(zip);
    }
    return file;
  }

  private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  private void refused(Path file, String... words) throws IOException {
    Refused.reading(() -> RunArchive.unpack(file, shelf), "cannot open the run, " + file, words);
    assertEquals(Set.of(), names(shelf), "nothing is left");
    assertFalse(Files.exists(folder.resolve("evil")));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> !each.equals(folder))
          .map(each -> folder.relativize(each).toString())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void aRunComesOutAsItWentIn() throws IOException {
    Path file = folder.resolve("My run.glassbox");
    Files.writeString(run.resolve("private.txt"), "no part of a run");
    Files.createSymbolicLink(run.resolve("metrics.csv"), run.resolve("private.txt"));
    RunArchive.pack(run, file);
    Path out = RunArchive.unpack(file, shelf);
    assertEquals(shelf.resolve("My_run"), out);
    assertEquals(
        Set.of("recipe.json", "about.json", "checkpoint.bin", "timeline", "timeline/0.bin"),
        names(out));
    assertEquals(-1, Files.mismatch(run.resolve("checkpoint.bin"), out.resolve("checkpoint.bin")));
    assertEquals("a run", RunFolder.open(out).readAbout().name());
  }

  @Test
  void theSameRunIsTakenOnceAndAnotherBesideIt() throws IOException {
    Path file = folder.resolve("r.glassbox");
    RunArchive.pack(run, file);
    assertEquals(shelf.resolve("r"), RunArchive.unpack(file, shelf));
    assertEquals(shelf.resolve("r"), RunArchive.unpack(file, shelf));
    RunFolder.open(run).writePlan(new RunPlan(Presets.seed().withEpochs(9)));
    RunArchive.pack(run, file);
    assertEquals(shelf.resolve("r-2"), RunArchive.unpack(file, shelf));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "/tmp/evil",
        "timeline/../../evil.bin",
        "timeline/a/b.bin",
        "..\\evil",
        "C:\\evil",
        "report/evil.html",
        "report/report.html/x",
        "model.exe",
        "recipe.json\0.bin",
        ".in-hand",
        "timeline/../recipe.json",
        "evil/"
      })
  void namesThatNoRunHasAreRefused(String name) throws IOException {
    refused(
        file(zip -> add(zip, new ZipArchiveEntry(name), new byte[0])),
        "expected the files of a run alone");
  }

  @Test
  void linksAreRefused() throws IOException {
    ZipArchiveEntry link = new ZipArchiveEntry("metrics.csv");
    link.setUnixMode(UnixStat.LINK_FLAG | 0777);
    byte[] target = "/etc/passwd".getBytes(StandardCharsets.UTF_8);
    refused(file(zip -> add(zip, link, target)), "got a link: metrics.csv");
  }

  @Test
  void aFileThatIsThereTwiceIsRefused() throws IOException {
    refused(
        file(zip -> add(zip, new ZipArchiveEntry("recipe.json"), new byte[3])),
        "got twice recipe.json");
  }

  @Test
  void aBombIsRefused() throws IOException {
    byte[] zeros = new byte[1 << 20];
    Path bomb =
        file(zip -> {
          zip.putArchiveEntry(new ZipArchiveEntry("metrics.csv"));
          for (int i = 0; i < 40; i++) {
            zip.write(zeros);
          }
          zip.closeArchiveEntry();
        });
    assertTrue(Files.size(bomb) < 100_000, "40 MiB in a few kilobytes");
    refused(bomb, "100 times the file's size", "metrics.csv");
  }

  @Test
  void veryManyFilesAreRefused() throws IOException {
    refused(
        file(zip -> {
          for (int i = 0; i < 10_001; i++) {
            add(zip, new ZipArchiveEntry("timeline/" + i + ".bin"), new byte[0]);
          }
        }),
        "at most 10,000 files");
  }

  @Test
  void whatIsNoZipOrIsCutOffIsRefused() throws IOException {
    Path noZip = Files.writeString(folder.resolve("no.glassbox"), "I am no zip");
    Files.createDirectories(shelf);
    refused(noZip, "expected a whole .glassbox file");
    Path cut = file(zip -> add(zip, new ZipArchiveEntry("metrics.csv"), new byte[5000]));
    try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    refused(cut, "expected a whole .glassbox file");
    refused(folder.resolve("missing.glassbox"), "got nothing");
  }

  @Test
  void aRunThatIsDamagedInsideIsRefused() throws IOException {
    refused(
        file(zip -> add(zip, new ZipArchiveEntry("checkpoint.bin"), new byte[100])),
        "expected a whole run, got: ",
        "damaged");
    refused(
        file(zip -> add(zip, new ZipArchiveEntry("about.json"), new byte[] {'['})),
        "expected a whole run, got: ");
  }

  /** The checksum is right, the lengths are not: no memory is given for what is not there. */
  @Test
  void aCheckpointThatPromisesTooMuchIsRefused() throws IOException {
    byte[] checkpoint = Files.readAllBytes(run.resolve("checkpoint.bin"));
    int lengthOfTheArray = 8 + 4 + 8 + 8 + 1 + 8 + 4 + 4 * 8 + 8 + 4;
    for (byte first : new byte[] {0x7f, (byte) 0xff}) {
      checkpoint[lengthOfTheArray] = first;
      CRC32 crc = new CRC32();
      crc.update(checkpoint, 0, checkpoint.length - 8);
      java.nio.ByteBuffer.wrap(checkpoint).putLong(checkpoint.length - 8, crc.getValue());
      refused(file(zip -> add(zip, new ZipArchiveEntry("checkpoint.bin"), checkpoint)), "cut off");
    }
  }
}
