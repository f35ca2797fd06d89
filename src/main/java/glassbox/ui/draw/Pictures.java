package glassbox.ui.draw;

import glassbox.data.Picture;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;

/** Pictures that come by the clipboard or by being dropped. */
final class Pictures {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
  private static final int LONGEST_SIDE = 1024;

  private Pictures() {}

  /** The first file that is called like a picture. */
  static Optional<File> fileOf(Clipboard board) {
    return board.hasFiles()
        ? board.getFiles().stream().filter(Pictures::isPicture).findFirst()
        : Optional.empty();
  }

  private static boolean isPicture(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** The picture itself, where there is one. */
  static Optional<Picture> imageOf(Clipboard board) {
    Image image = board.hasImage() ? board.getImage() : null;
    PixelReader pixels = image == null ? null : image.getPixelReader();
    return image == null || pixels == null || image.getWidth() < 1 || image.getHeight() < 1
        ? Optional.empty()
        : Optional.of(gray(pixels, (int) image.getWidth(), (int) image.getHeight()));
  }

  /** Gray by luminance over white; of a large picture every so many pixels. */
  private static Picture gray(PixelReader pixels, int width, int height) {
    int every = (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    int columns = (width + every - 1) / every;
    int rows = (height + every - 1) / every;
    byte[] gray = new byte[rows * columns];
    int[] line = new int[width];
    for (int row = 0; row < rows; row++) {
      pixels.getPixels(0, row * every, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
      for (int column = 0; column < columns; column++) {
        gray[row * columns + column] = (byte) Picture.luminance(line[column * every]);
      }
    }
    return new Picture(gray, rows, columns);
  }
}
