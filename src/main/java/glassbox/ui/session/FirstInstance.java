package glassbox.ui.session;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That one program at a time keeps a home. The first locks a file there and listens at a socket of
 * the file system, which only its user may use; a second one hands over what it was to open. The
 * lock goes with the process, however that ends, so nothing has to be tidied up after a kill.
 */
public final class FirstInstance implements AutoCloseable {
  private static final int LONGEST_MESSAGE = 1 << 14;
  private static final int PATIENCE_MILLIS = 3000;
  private static final byte HEARD = 1;

  private final FileChannel lock;
  private final Path socket;
  private @Nullable ServerSocketChannel server;

  private FirstInstance(FileChannel lock, Path socket) {
    this.lock = lock;
    this.socket = socket;
  }

  private static Path socket(Path home) {
    return home.resolve(".running.socket");
  }

  /**
   * Becomes the first.
   *
   * @return empty where another program is
   * @throws IOException where the home cannot be written
   */
  public static Optional<FirstInstance> claim(Path home) throws IOException {
    Files.createDirectories(home);
    FileChannel channel =
        FileChannel.open(
            home.resolve(".running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // another one in this very process has it
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(new FirstInstance(channel, socket(home))) : Optional.empty();
  }

  /**
   * Asks the first to come to the front and to open a file.
   *
   * @return whether it has heard
   */
  public static boolean handOver(Path home, Optional<Path> file) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(home)))) {
      String path = file.map(f -> f.toAbsolutePath().toString()).orElse("");
      channel.write(StandardCharsets.UTF_8.encode(path));
      channel.shutdownOutput();
      return read(channel, 1).hasRemaining();
    } catch (IOException | RuntimeException e) {
      return false; // nobody listens there, or cannot
    }
  }

  /** Reads to the end, or what came before the patience ended. */
  private static ByteBuffer read(SocketChannel channel, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    try (Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      while (bytes.hasRemaining() && selector.select(PATIENCE_MILLIS) > 0) {
        selector.selectedKeys().clear();
        if (channel.read(bytes) < 0) {
          break;
        }
      }
    }
    return bytes.flip();
  }

  /**
   * Listens to others that start.
   *
   * @param asked hears, on a thread of its own, what such a one was to open
   * @throws IOException where this system or this home has no such sockets
   */
  public void listen(Consumer<Optional<Path>> asked) throws IOException {
    Files.deleteIfExists(socket); // of one that was killed
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server = listening;
    listening.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform().name("glassbox-instance").daemon().start(() -> serve(listening, asked));
  }

  private static void serve(ServerSocketChannel listening, Consumer<Optional<Path>> asked) {
    while (listening.isOpen()) {
      try (SocketChannel other = listening.accept()) {
        String path = StandardCharsets.UTF_8.decode(read(other, LONGEST_MESSAGE)).toString();
        asked.accept(path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)));
        other.write(ByteBuffer.wrap(new byte[] {HEARD}));
      } catch (ClosedChannelException e) {
        return; // the program ends
      } catch (IOException | RuntimeException e) {
        System.getLogger(FirstInstance.class.getName())
            .log(System.Logger.Level.WARNING, "a second start was not understood: " + e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
      Files.deleteIfExists(socket);
    }
    lock.close();
  }
}
