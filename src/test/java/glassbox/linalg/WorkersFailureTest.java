package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WorkersFailureTest {
  @Test
  void aFailureDoesNotOutliveItsRun() {
    try (Workers workers = new Workers(2)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              workers.run(
                  2,
                  (part, parts) -> {
                    if (part == 1) {
                      throw new RuntimeException("broken");
                    }
                  }));
      assertDoesNotThrow(() -> workers.run(2, (part, parts) -> {}));
    }
  }
}
