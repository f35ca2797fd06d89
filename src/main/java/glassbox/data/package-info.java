/**
 * Images with labels: reading them from files and archives, splitting, and making batches.
 *
 * <p>Pixels stay bytes until a batch needs them. Everything that comes from a file is distrusted
 * and refused in one line that names the file. Start at {@link glassbox.data.Datasets}. May import
 * linalg and commons-compress.
 */
@NullMarked
package glassbox.data;

import org.jspecify.annotations.NullMarked;
