package glassbox.data;

/**
 * What Java's decoder does not say of a JPEG: how many components its colours have, and whether the
 * file goes on to its end (ITU T.81, annex B).
 */
final class JpegSegments {
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;

  private final byte[] bytes;
  private int components;
  private int scan;

  /** Looks at the bytes of a file; at none that do not begin like a JPEG. */
  JpegSegments(byte[] bytes) {
    this.bytes = bytes;
    int at = isJpeg() ? 2 : bytes.length;
    while (scan == 0 && at + 9 < bytes.length && at(at) == 0xff) {
      int marker = at(at + 1);
      if (marker == START_OF_SCAN) {
        scan = at;
      } else if (isFrame(marker)) {
        components = at(at + 9);
      }
      at += marker == 0xff ? 1 : 2 + (at(at + 2) << 8 | at(at + 3));
    }
  }

  private int at(int index) {
    return bytes[index] & 0xff;
  }

  boolean isJpeg() {
    return bytes.length > 2 && at(0) == 0xff && at(1) == 0xd8;
  }

  /** SOF0 to SOF15; the three numbers between them mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker % 4 != 0 || marker == 0xc0;
  }

  /** 1 for gray levels, 3 for colours, 4 for those of print; 0 where the file does not say. */
  int components() {
    return components;
  }

  /** Whether the image is ended after its first scan: within a scan 0xff is never followed so. */
  boolean isWhole() {
    for (int i = scan; scan > 0 && i + 1 < bytes.length; i++) {
      if (at(i) == 0xff && at(i + 1) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }
}
