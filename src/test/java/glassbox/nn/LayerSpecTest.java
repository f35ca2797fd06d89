package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerSpecTest {
  private static String refusal(String text) {
    return assertThrows(IllegalArgumentException.class, () -> LayerSpec.parse(text)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense 1", "dense 128", "dense 65536", "relu"})
  void textAndParseAreInverse(String text) {
    assertEquals(text, LayerSpec.parse(text).text());
  }

  @Test
  void spacesDoNotMatter() {
    assertEquals(new LayerSpec.DenseSpec(64), LayerSpec.parse("  dense \t 64 "));
  }

  @Test
  void denseChangesTheWidthAndReluDoesNot() {
    assertEquals(10, LayerSpec.parse("dense 10").outputs(784));
    assertEquals(784, LayerSpec.parse("relu").outputs(784));
  }

  @Test
  void denseLearnsWeightsAndBiasesAndReluNothing() {
    assertEquals(7850, LayerSpec.parse("dense 10").parameters(784));
    assertEquals(0, LayerSpec.parse("relu").parameters(784));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dense", "relu 3", "conv 3", "dense 3 4", "dense 1 2 3", "Dense 3"})
  void otherFormsAreRefusedNamingThoseAllowed(String text) {
    String message = refusal(text);
    assertTrue(message.startsWith("network layer must be one of dense UNITS"), message);
    assertTrue(message.endsWith("got \"" + text + "\""), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "65537", "1e12", "2.5"})
  void impossibleUnitsAreRefusedNamingTheRange(String units) {
    String message = refusal("dense " + units);
    assertTrue(message.startsWith("dense units must be "), message);
    assertTrue(message.contains("[1, 65536], got "), message);
  }

  @Test
  void unitsThatAreNoNumberAreRefused() {
    assertEquals("dense units must be a number, got \"many\"", refusal("dense many"));
  }
}
