/**
 * Pictures of one's own, in a folder or an archive with a folder for each class, made into a data
 * set: found, read, brought to one size, divided, written as IDX files.
 *
 * <p>Start at {@link glassbox.data.folder.ImageFolder}. What stands in a folder or an archive is
 * distrusted: its files are counted and limited, links are not followed, nothing is ever written
 * under a name that an archive gives. May import data, linalg and commons-compress.
 */
@NullMarked
package glassbox.data.folder;

import org.jspecify.annotations.NullMarked;
