package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstInstanceTest {
  @TempDir private Path home;

  @Test
  void theSecondHandsOverWhatItWasToOpen() throws IOException {
    List<Optional<Path>> asked = new CopyOnWriteArrayList<>();
    try (FirstInstance first = FirstInstance.claim(home).orElseThrow()) {
      first.listen(asked::add);
      assertTrue(FirstInstance.claim(home).isEmpty());
      assertTrue(FirstInstance.handOver(home, Optional.empty()));
      Path file = home.resolve("ein Lauf – 1.glassbox");
      assertTrue(FirstInstance.handOver(home, Optional.of(file)));
      assertEquals(List.of(Optional.empty(), Optional.of(file)), asked);
    }
    GlassboxThreads.awaitNone();
    assertFalse(FirstInstance.handOver(home, Optional.empty()), "nobody is there any more");
    FirstInstance.claim(home).orElseThrow().close();
  }

  @Test
  void whatOneThatWasKilledLeftBehindIsNoObstacle() throws IOException {
    Files.writeString(home.resolve(".running.lock"), "");
    Files.writeString(home.resolve(".running.socket"), "");
    assertFalse(FirstInstance.handOver(home, Optional.empty()));
    try (FirstInstance first = FirstInstance.claim(home).orElseThrow()) {
      first.listen(file -> {});
      assertTrue(FirstInstance.handOver(home, Optional.empty()));
    }
  }

  @Test
  void oneThatMakesNoSenseDoesNotEndTheListening() throws IOException {
    List<Optional<Path>> asked = new CopyOnWriteArrayList<>();
    try (FirstInstance first = FirstInstance.claim(home).orElseThrow()) {
      first.listen(file -> {
        if (file.isPresent()) {
          throw new IllegalStateException("not understood");
        }
        asked.add(file);
      });
      assertFalse(FirstInstance.handOver(home, Optional.of(home)));
      assertTrue(FirstInstance.handOver(home, Optional.empty()));
      assertEquals(1, asked.size());
    }
  }

  @Test
  void aHomeThatCannotBeListenedInIsSaid() throws IOException {
    Path deep = home.resolve("x".repeat(120));
    try (FirstInstance first = FirstInstance.claim(deep).orElseThrow()) {
      assertThrows(Exception.class, () -> first.listen(file -> {}));
      assertFalse(FirstInstance.handOver(deep, Optional.empty()));
    }
    Fx.awaitAnywhere("no thread is left", () -> GlassboxThreads.living().isEmpty());
  }
}
