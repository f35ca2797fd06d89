/**
 * Images with labels: reading them from files and archives, splitting, making batches, and changing
 * images each time they are learned.
 *
 * <p>Pixels stay bytes until a batch needs them. Everything that comes from a file is distrusted
 * and refused in one line that names the file. Start at {@link glassbox.data.Datasets}, for
 * augmentation at {@link glassbox.data.Augmenter}. May import linalg and commons-compress.
 */
@NullMarked
package glassbox.data;

import org.jspecify.annotations.NullMarked;
