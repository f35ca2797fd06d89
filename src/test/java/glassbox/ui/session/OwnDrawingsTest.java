package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.OwnImages;
import glassbox.data.Picture;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Drawings that are kept are files at once, and a data set from two on. */
@Timeout(60)
class OwnDrawingsTest {
  @TempDir private Path home;
  private SessionBench bench;
  private OwnDrawings drawings;

  @BeforeEach
  void openSession() {
    bench = new SessionBench(home);
    drawings = bench.get(s -> s.drawings(home.resolve("drawings")));
    awaitKept(0);
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void awaitKept(int count) {
    Fx.await(
        count + " drawings are kept",
        () -> {
          OwnImages kept = drawings.keptProperty().get();
          return kept != null && kept.images().size() == count;
        });
  }

  /** Keeps images of the test set as what they are. */
  private void keep(int count) {
    Fx.run(() -> {
      for (int i = 0; i < count; i++) {
        byte[] pixels = SessionBench.DATA.test().image(i);
        drawings.keep(new Picture(pixels, 8, 8), SessionBench.DATA.test().label(i));
      }
    });
  }

  private Path folder() {
    return Fx.get(drawings::folder);
  }

  /** What the files say once they say that there are so many. */
  private ImageDataset awaitFiles(int count) {
    AtomicReference<ImageDataset> read = new AtomicReference<>();
    Fx.awaitAnywhere(
        count + " drawings are in the files",
        () -> inFiles() == count && readInto(read) && inFiles() == count);
    return read.get();
  }

  private boolean readInto(AtomicReference<ImageDataset> read) {
    try {
      read.set(Datasets.load(folder().toString()));
      return true;
    } catch (IOException e) {
      return false; // between two files
    }
  }

  private int inFiles() {
    try {
      return OwnImages.read(folder(), 8, 8, SessionBench.DATA.classNames()).images().size();
    } catch (IOException e) {
      return -1; // between two files
    }
  }

  @Test
  void whatIsKeptIsADatasetThatTheSessionOpens() {
    keep(10);
    ImageDataset data = awaitFiles(10);
    assertEquals(2, data.test().count());
    assertEquals(SessionBench.DATA.classNames(), data.classNames());
    bench.use(folder());
    assertEquals(8, bench.dataset().train().count());
    awaitKept(10); // one goes on with the same collection
  }

  @Test
  void theNetworkIsAskedAboutThem() {
    keep(10);
    bench.trainToTheEnd();
    Fx.await("they are scored", () -> drawings.scoreProperty().get().answers().size() == 10);
    int correct = 0;
    var tested = bench.get(s -> s.predictionsProperty().get());
    for (int i = 0; i < 10; i++) {
      correct += tested.isCorrect(i) ? 1 : 0;
    }
    assertEquals(correct, Fx.get(() -> drawings.scoreProperty().get().correct()));
  }

  @Test
  void undoTakesBackAndDeletedOnesComeBack() {
    keep(3);
    bench.with(s -> s.undo().undo());
    awaitKept(2);
    bench.with(s -> s.undo().redo());
    awaitKept(3);
    Fx.run(() -> drawings.delete(drawings.keptProperty().get().images().getFirst()));
    awaitKept(2);
    awaitFiles(2);
    bench.with(s -> s.undo().undo());
    awaitKept(3);
    awaitFiles(3);
  }

  @Test
  void anotherSessionFindsThem() {
    keep(4);
    awaitFiles(4);
    drawings = bench.get(s -> s.drawings(home.resolve("drawings")));
    awaitKept(4);
  }

  @Test
  void filesThatAreBrokenAreNamedAndLeftAlone() throws IOException {
    keep(4);
    awaitFiles(4);
    Path images = folder().resolve("train-images-idx3-ubyte");
    Files.write(images, new byte[] {1, 2, 3});
    drawings = bench.get(s -> s.drawings(home.resolve("drawings")));
    bench.awaitNotice(images.toString());
    Fx.run(() -> drawings.keep(new Picture(new byte[64], 8, 8), 0));
    assertEquals(3, Files.size(images));
  }

  @Test
  void whereNothingCanBeWrittenTheUserIsTold() throws IOException {
    Files.writeString(home.resolve("drawings"), "a file in the folder's place");
    keep(1);
    bench.awaitNotice("The drawings cannot be kept");
    assertTrue(Files.isRegularFile(home.resolve("drawings")));
    awaitKept(0);
  }
}
