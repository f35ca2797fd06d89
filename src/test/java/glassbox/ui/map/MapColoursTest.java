package glassbox.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Classes are told apart by more than colour. */
class MapColoursTest {
  @Test
  void neighboursDifferInShape() {
    for (int c = 0; c < 255; c++) {
      if (c % 20 != 19) {
        assertNotEquals(MapColours.shapeOf(c), MapColours.shapeOf(c + 1), "class " + c);
      }
    }
  }

  @Test
  void fortyClassesDifferInShapeOrColour() {
    long marks =
        IntStream.range(0, 40)
            .map(c -> 10 * MapColours.shapeOf(c) + c % MapColours.CLASSES)
            .distinct()
            .count();
    assertEquals(40, marks);
  }
}
