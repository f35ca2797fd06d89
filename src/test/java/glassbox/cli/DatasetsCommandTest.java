package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetsCommandTest {
  @Test
  void listsWhatComesWithTheProgramAndHowToUseAnyOther() {
    CommandRun done = CommandRun.of("datasets").succeeded();
    List<String> out = done.out().lines().toList();
    assertEquals("", done.err());
    assertEquals(3, out.size());
    String figures = "60,000 training and  10,000 test images of 28x28, 10 classes: ";
    assertTrue(out.get(0).startsWith("mnist "), out.get(0));
    assertTrue(out.get(0).contains(figures + "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"), out.get(0));
    assertTrue(out.get(1).startsWith("fashion-mnist "), out.get(1));
    assertTrue(out.get(1).contains(figures), out.get(1));
    assertTrue(out.get(1).endsWith("Ankle boot"), out.get(1));
    assertTrue(out.get(2).contains("--dataset"), out.get(2));
  }

  @Test
  void takesNoArguments() {
    CommandRun.of("datasets", "mnist").failed(Errors.WRONG, "mnist");
  }
}
