package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Augmentation;
import glassbox.data.folder.ImportOptions;
import glassbox.data.folder.Imported;
import glassbox.data.folder.Pictures;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on their way to a data set, and what is found out about one, without a window. */
@Timeout(60)
class ImageImportTest {
  @TempDir Path temp;
  private SessionBench bench;
  private ImageImport imports;

  @BeforeEach
  void openSession() {
    bench = new SessionBench(temp.resolve("home"));
    imports = bench.session.imports();
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void open(Path path) {
    bench.with(s -> s.open(path.toString()));
  }

  private Imported preview(ImportOptions options) {
    bench.with(s -> imports.read(options));
    Fx.await("there is a preview", () -> imports.previewProperty().get() != null);
    return Fx.get(() -> imports.previewProperty().get());
  }

  private Path offered(int each) throws IOException {
    Path pictures = Pictures.classes(temp.resolve("pictures"), each, "cat", "dog");
    open(pictures);
    Fx.await("it is offered", () -> pictures.equals(imports.offeredProperty().get()));
    return pictures;
  }

  @Test
  void picturesAreOfferedReadWrittenAndOpened() throws IOException {
    offered(6);
    assertEquals(8, preview(ImportOptions.DEFAULT.withSize(8, 8)).data().train().width());
    Imported last = preview(ImportOptions.DEFAULT.withSize(10, 10));
    Path target = temp.resolve("data/pets");
    bench.with(s -> imports.use(target, () -> {}));
    Fx.await("it is open", () -> bench.session.recipe().dataset().equals(target.toString()));
    bench.awaitState(State.READY);
    assertEquals(last.data().checksum(), bench.dataset().checksum());
    assertEquals(List.of("cat", "dog"), bench.dataset().classNames());
    assertEquals("dense 2", bench.get(TrainingSession::recipe).network().getLast().text());
    assertNull(Fx.get(() -> imports.offeredProperty().get()));
    bench.with(s -> s.setRecipe(s.recipe().withValidation(0)));
    bench.trainToTheEnd();
  }

  @Test
  void idxFilesAreOpenedAtOnce() {
    Path other = glassbox.ui.support.IdxFolder.write(temp.resolve("other"), SessionBench.DATA);
    open(other);
    Fx.await("it is open", () -> bench.session.recipe().dataset().equals(other.toString()));
    assertNull(Fx.get(() -> imports.offeredProperty().get()));
  }

  @Test
  void whatIsNeitherIsRefusedAsBefore() throws IOException {
    open(Files.createDirectories(temp.resolve("empty")));
    bench.awaitNotice("expected a file train-images-idx3-ubyte");
  }

  @Test
  void whatCannotBeReadIsSaidAndCanBeTriedAgain() throws IOException {
    Path one = Pictures.classes(temp.resolve("one"), 3, "cat");
    open(one);
    Fx.await("it is offered", () -> imports.offeredProperty().get() != null);
    bench.with(s -> imports.read(ImportOptions.DEFAULT));
    Fx.await("it is said", () -> imports.problemProperty().get().contains("one class alone: cat"));
    Pictures.classes(one, 3, "dog");
    preview(ImportOptions.DEFAULT);
    assertEquals("", Fx.get(() -> imports.problemProperty().get()));
  }

  @Test
  void whatIsGivenUpLeavesNothing() throws IOException {
    offered(200);
    bench.with(s -> {
      imports.read(ImportOptions.DEFAULT);
      imports.cancel();
    });
    assertNull(Fx.get(() -> imports.offeredProperty().get()));
    assertFalse(Fx.get(() -> imports.busyProperty().get()));
    offered(200);
    preview(ImportOptions.DEFAULT);
  }

  @Test
  void factsAreFoundOutOnlyOnceSomebodyLooks() {
    DataFacts facts = bench.session.dataFacts();
    assertNull(Fx.get(() -> facts.factsProperty().get()));
    bench.with(s -> facts.setWanted(true));
    Fx.await("they are there", () -> facts.factsProperty().get() != null);
    assertEquals(5, Fx.get(() -> facts.factsProperty().get()).balance().classes().size());
    bench.trainToTheEnd();
    bench.with(s -> s.partProperty().set(Part.TRAINING));
    Fx.await(
        "the hardest are those of the training images",
        () -> {
          DataFacts.Hardest hardest = facts.hardestProperty().get();
          return hardest != null && hardest.examined() == bench.session.examinedProperty().get();
        });
  }

  @Test
  void anImagesVersionsAreThoseOfTheNewestQuestion() {
    AugmentedPictures pictures = bench.session.augmentedPictures();
    for (int strength = 0; strength <= 5; strength++) {
      Augmentation shifted = new Augmentation(0, 0, 0, strength, 0, 0, null, 0, 0, 0.5);
      bench.with(s ->
          pictures.ask(
              new AugmentedPictures.Question(bench.dataset().train(), 3, shifted, 1, 0, 24)));
    }
    Fx.await(
        "the last is answered",
        () ->
            pictures.resultProperty().get() != null
                && pictures.resultProperty().get().question().augmentation().shift() == 5);
    List<byte[]> versions = Fx.get(() -> pictures.resultProperty().get()).pictures();
    assertEquals(24, versions.size());
    byte[] asItIs = bench.dataset().train().image(3);
    assertTrue(versions.stream().noneMatch(version -> Arrays.equals(version, asItIs)));
  }
}
