package glassbox.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that one program at a time trains a run: the window and the command line would else
 * write over each other's checkpoints. The operating system lets go of the lock of a program that
 * is killed. Where a file system knows no locks, there are none.
 */
final class RunLock implements AutoCloseable {
  private static final String NAME = ".lock";

  /**
   * Folders whose runs this program trains. Their files must not be opened a second time: closing
   * one again would let go of the lock, whichever way it was opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the run of a folder.
   *
   * @throws FormatException where another program, or another part of this one, has it
   */
  static RunLock take(Path folder) throws IOException {
    Path place = folder.toRealPath();
    if (HELD.add(place)) {
      try {
        return new RunLock(place, lock(place));
      } catch (IOException e) {
        HELD.remove(place);
        throw e;
      }
    }
    throw taken(place);
  }

  private static FileChannel lock(Path place) throws IOException {
    FileChannel channel =
        FileChannel.open(place.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isFree(channel) && Files.exists(place.resolve(NAME))) { // it may have been cleared away
      return channel;
    }
    channel.close();
    throw taken(place);
  }

  private static FormatException taken(Path place) {
    return new FormatException(
        "cannot train the run", place.toString(), "it is being trained by another program");
  }

  /** Whether some program trains the run of a folder. */
  static boolean isTaken(Path folder) {
    try {
      Path place = folder.toRealPath();
      return HELD.contains(place) || Files.exists(place.resolve(NAME)) && isLocked(place);
    } catch (IOException e) {
      return false; // whoever cannot write here trains nothing here
    }
  }

  private static boolean isLocked(Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(place.resolve(NAME), StandardOpenOption.WRITE)) {
      return !isFree(channel);
    }
  }

  /** Locks it, if nobody has. */
  private static boolean isFree(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true; // there are no locks here
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(folder.resolve(NAME));
    } finally {
      HELD.remove(folder);
    }
  }
}
