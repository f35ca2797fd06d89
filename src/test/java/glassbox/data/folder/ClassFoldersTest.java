package glassbox.data.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The class of a picture is the folder that tells it from others. */
class ClassFoldersTest {
  private static void assertClasses(List<String> pictures, String... classes) {
    ClassFolders folders = new ClassFolders(pictures);
    assertEquals(List.of(classes), pictures.stream().map(folders::classOf).toList());
  }

  @Test
  void theFolderThatAPictureIsIn() {
    assertClasses(List.of("cat/1.png", "dog/1.png"), "cat", "dog");
  }

  @Test
  void foldersAroundAllClassesMeanNothing() {
    assertClasses(List.of("my/data/cat/1.png", "my/data/dog/1.png"), "cat", "dog");
    assertClasses(List.of("data/cat/1.png", "data/cat/2.png"), "cat", "cat");
  }

  @Test
  void foldersWithinAClassBelongToIt() {
    assertClasses(
        List.of("cat/in/1.png", "cat/out/1.png", "cat/2.png", "dog/1.png"),
        "cat",
        "cat",
        "cat",
        "dog");
  }

  @Test
  void partsAreNoClasses() {
    List<String> pictures = List.of("d/train/a/1.png", "d/train/b/1.png", "d/Test/a/2.png");
    assertClasses(pictures, "a", "b", "a");
    ClassFolders folders = new ClassFolders(pictures);
    assertEquals(
        List.of(ClassFolders.Use.TRAIN, ClassFolders.Use.TRAIN, ClassFolders.Use.TEST),
        pictures.stream().map(folders::useOf).toList());
  }

  @Test
  void aClassMayBeCalledTrain() {
    List<String> pictures = List.of("train/1.png", "car/1.png");
    assertClasses(pictures, "train", "car");
    assertEquals(ClassFolders.Use.ANY, new ClassFolders(pictures).useOf("train/1.png"));
  }

  @Test
  void picturesBesideTheClassFoldersHaveNoClass() {
    ClassFolders folders =
        new ClassFolders(List.of("logo.png", "d/logo.png", "d/cat/1.png", "d/dog/1.png"));
    assertNull(folders.classOf("logo.png"));
    assertNull(folders.classOf("d/logo.png"));
    assertEquals("dog", folders.classOf("d/dog/1.png"));
  }

  @Test
  void aNameIsOneLine() {
    assertClasses(List.of("a\nb/1.png", "c/1.png"), "a b", "c");
  }

  @Test
  void numbersAreSortedAsNumbers() {
    assertEquals(
        List.of("1", "2", "10", "a2", "A10", "b"),
        List.of("10", "b", "A10", "2", "a2", "1").stream().sorted(NaturalOrder.INSTANCE).toList());
  }
}
