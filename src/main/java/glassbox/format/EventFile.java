package glassbox.format;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TensorBoard's event files: records of TensorFlow's TFRecord format (length, its checksum, data,
 * their checksum, all little-endian, CRC-32C masked by a rotation and a constant), each one a
 * protocol buffer Event with the scalars of a step. Source: tensorflow/core/lib/io/record_writer.h,
 * lib/hash/crc32c.h, util/event.proto, framework/summary.proto.
 */
final class EventFile {
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE = 2;

  /** Writes a protocol buffer. */
  private interface Message {
    void to(CodedOutputStream out) throws IOException;
  }

  private final OutputStream out;

  /**
   * Begins a file.
   *
   * @param wallTime seconds since 1970
   */
  EventFile(OutputStream out, double wallTime) throws IOException {
    this.out = out;
    record(
        bytes(event -> {
          event.writeDouble(EVENT_WALL_TIME, wallTime);
          event.writeString(EVENT_FILE_VERSION, "brain.Event:2");
        }));
  }

  /** Writes one value of one curve; one that is no number is written as it is. */
  void scalar(double wallTime, long step, String tag, double value) throws IOException {
    byte[] scalar =
        bytes(summaryValue -> {
          summaryValue.writeString(VALUE_TAG, tag);
          summaryValue.writeFloat(VALUE_SIMPLE, (float) value);
        });
    byte[] summary = bytes(message -> message.writeByteArray(SUMMARY_VALUE, scalar));
    record(
        bytes(event -> {
          event.writeDouble(EVENT_WALL_TIME, wallTime);
          event.writeInt64(EVENT_STEP, step);
          event.writeByteArray(EVENT_SUMMARY, summary);
        }));
  }

  private static byte[] bytes(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream coded = CodedOutputStream.newInstance(bytes);
    message.to(coded);
    coded.flush();
    return bytes.toByteArray();
  }

  private void record(byte[] data) throws IOException {
    byte[] length = littleEndian(Long.BYTES).putLong(data.length).array();
    out.write(length);
    out.write(littleEndian(Integer.BYTES).putInt(masked(length)).array());
    out.write(data);
    out.write(littleEndian(Integer.BYTES).putInt(masked(data)).array());
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The checksum, rotated right by 15 bits, plus a constant. */
  static int masked(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }
}
