package glassbox.data.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.DatasetException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no picture is left out, named and counted; what is no data set is refused in words. */
class HostileSourceTest {
  private static final ImportOptions SMALL = ImportOptions.DEFAULT.withSize(8, 8);

  @TempDir Path temp;

  private static Imported read(Path path) throws IOException {
    return ImageFolder.read(path, SMALL, (done, all) -> true);
  }

  private Path good() throws IOException {
    return Pictures.classes(temp.resolve("in"), 3, "a", "b");
  }

  private static void assertSkipped(Imported imported, String name, String why) {
    assertTrue(
        imported.skipped().stream().anyMatch(s -> s.name().equals(name) && s.why().contains(why)),
        () -> name + " because of " + why + " in " + imported.skipped());
  }

  private static void assertWhole(Imported imported) {
    assertEquals(6, imported.data().train().count() + imported.data().test().count());
  }

  private static void refused(Path path, String... words) {
    String message = assertThrows(DatasetException.class, () -> read(path)).getMessage();
    assertEquals(1, message.lines().count(), message);
    Arrays.stream(words).forEach(word -> assertTrue(message.contains(word), message));
  }

  /** A PNG that says to be of this size and has no pixels. */
  private static byte[] bomb(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 0, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    return ByteBuffer.allocate(8 + 4 + 17 + 4)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        .putInt(13)
        .put(header)
        .putInt((int) sum.getValue())
        .array();
  }

  @Test
  void badPicturesAreLeftOutNamedAndCounted() throws IOException {
    Path root = good();
    byte[] whole = Pictures.png(99);
    Pictures.put(root, "a/empty.png", new byte[0]);
    Pictures.put(root, "a/text.jpg", "not a picture".getBytes(StandardCharsets.UTF_8));
    Pictures.put(root, "a/cut.png", Arrays.copyOf(whole, whole.length / 2));
    Pictures.put(root, "a/bomb.png", bomb(60_000, 60_000));
    Pictures.put(root, "a/nothing.png", bomb(0, 0));
    Pictures.put(root, "a/notes.txt", new byte[3]);
    Pictures.put(root, "a/.hidden.png", whole);
    Pictures.put(root, "logo.png", whole);
    Files.createDirectories(root.resolve("unused"));
    Imported imported = read(root);
    assertWhole(imported);
    assertSkipped(imported, "a/empty.png", "got an empty file");
    assertSkipped(imported, "a/text.jpg", "got another kind of file");
    assertSkipped(imported, "a/cut.png", "broken");
    assertSkipped(imported, "a/bomb.png", "60,000 x 60,000");
    assertSkipped(imported, "a/nothing.png", "expected");
    assertSkipped(imported, "a/notes.txt", "no picture");
    assertSkipped(imported, "a/.hidden.png", "hidden");
    assertSkipped(imported, "logo.png", "in no class folder");
    assertSkipped(imported, "unused", "a class folder without a picture");
    assertEquals(9, imported.skipped().size());
    assertEquals(9, imported.skippedByReason().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void linksInACircleAreNotFollowed() throws IOException {
    Path root = good();
    Files.createSymbolicLink(root.resolve("a/again"), root);
    Files.createSymbolicLink(root.resolve("b/itself.png"), root.resolve("b/itself.png"));
    Imported imported = read(root);
    assertWhole(imported);
    assertSkipped(imported, "a/again", "link");
    assertSkipped(imported, "b/itself.png", "link");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path root = good();
    try (var file = new java.io.RandomAccessFile(root.resolve("a/huge.png").toFile(), "rw")) {
      file.setLength(PictureSource.LARGEST_FILE + 1L); // takes no room on the disk
    }
    Imported imported = read(root);
    assertWhole(imported);
    assertSkipped(imported, "a/huge.png", "larger than 64 MiB");
  }

  private static Map<String, byte[]> archived() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      files.put("a/" + i + ".png", Pictures.png(20 + i));
      files.put("b/" + i + ".png", Pictures.png(40 + i));
    }
    return files;
  }

  @Test
  void namesThatLeadOutOfAnArchiveAreLeftOut() throws IOException {
    Map<String, byte[]> files = archived();
    for (String name : new String[] {"../../evil/1.png", "/etc/2.png", "a/../../3.png"}) {
      files.put(name, Pictures.png(1));
    }
    files.put("C:\\windows\\4.png", Pictures.png(1));
    for (Path archive :
        new Path[] {
          Pictures.zip(temp.resolve("x.zip"), files), Pictures.tarGz(temp.resolve("x.tgz"), files)
        }) {
      Imported imported = read(archive);
      assertWhole(imported);
      assertEquals(4, imported.skipped().size(), imported.skipped()::toString);
      assertSkipped(imported, "../../evil/1.png", "leads out of the archive");
      assertFalse(Files.exists(temp.resolve("../evil/1.png")));
    }
  }

  @Test
  void whatMacsPutIntoArchivesIsNoClass() throws IOException {
    Map<String, byte[]> files = archived();
    files.put("__MACOSX/a/._0.png", new byte[100]);
    Imported imported = read(Pictures.zip(temp.resolve("x.zip"), files));
    assertWhole(imported);
    assertSkipped(imported, "__MACOSX/a/._0.png", "hidden");
  }

  @Test
  void aSmallEntryThatUnpacksToMuchIsLeftOut() throws IOException {
    Path zip = temp.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : archived().entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
      out.putNextEntry(new ZipEntry("a/bomb.png"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i <= PictureSource.LARGEST_FILE >> 20; i++) {
        out.write(zeros);
      }
    }
    assertTrue(Files.size(zip) < 1 << 20);
    Imported imported = read(zip);
    assertWhole(imported);
    assertSkipped(imported, "a/bomb.png", "larger than 64 MiB");
  }

  @Test
  void anArchiveThatSaysToHoldTooMuchIsRefused() throws IOException {
    Path tgz = temp.resolve("x.tgz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tgz))) {
      TarArchiveEntry header = new TarArchiveEntry("a/1.png");
      header.setSize((1L << 36) - 1);
      byte[] block = new byte[512];
      header.writeEntryHeader(block, ZipEncodingHelper.getZipEncoding("UTF-8"), true);
      out.write(block);
    }
    refused(tgz, "16 GiB");
  }

  @Test
  void linksInAnArchiveAreLeftOut() throws IOException {
    Path tgz = temp.resolve("x.tgz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tgz)))) {
      TarArchiveEntry link = new TarArchiveEntry("a/link.png", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      for (Map.Entry<String, byte[]> entry : archived().entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    Imported imported = read(tgz);
    assertWhole(imported);
    assertSkipped(imported, "a/link.png", "a link");
  }

  @Test
  void brokenArchivesAreRefused() throws IOException {
    for (String name : new String[] {"x.zip", "x.tgz"}) {
      Path whole =
          name.endsWith("zip")
              ? Pictures.zip(temp.resolve(name), archived())
              : Pictures.tarGz(temp.resolve(name), archived());
      byte[] bytes = Files.readAllBytes(whole);
      Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
      refused(whole, name, "broken");
    }
  }

  @Test
  void moreClassesThanALabelCanNameAreRefused() throws IOException {
    byte[] png = Pictures.png(9);
    for (int c = 0; c < 257; c++) {
      Pictures.put(temp, "many/" + c + "/1.png", png);
    }
    refused(temp.resolve("many"), "at most 256 class folders", "257");
  }

  @Test
  void whatIsNoDataSetIsRefusedInWords() throws IOException {
    refused(temp.resolve("nowhere"), "nothing there");
    refused(Files.writeString(temp.resolve("a.pdf"), "x"), "another kind of file");
    Path empty = Files.createDirectories(temp.resolve("empty"));
    refused(empty, "a folder for each class", "got none");
    refused(Pictures.classes(temp.resolve("one"), 4, "cat"), "one class alone: cat");
    Pictures.put(temp, "bad/a/1.png", new byte[4]);
    Pictures.put(temp, "bad/b/1.png", new byte[4]);
    refused(temp.resolve("bad"), "got 0 of 2");
  }

  @Test
  void aFolderOfTooManyFilesIsRefusedAtTheLimit() throws IOException {
    Listing listing = new Listing("here", (done, all) -> true);
    for (int i = 0; i < Listing.MOST_FILES; i++) {
      listing.skip("x", "y");
    }
    String message =
        assertThrows(DatasetException.class, () -> listing.file("a/1.png")).getMessage();
    assertTrue(message.contains("at most 1,000,000 files"), message);
  }
}
