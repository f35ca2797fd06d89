/**
 * One image: what the network makes of it at the step that is looked at, and how that changed over
 * the run.
 *
 * <p>Start at {@link glassbox.ui.life.LifePane}. May import ui.session, ui.controls and values of
 * the core.
 */
@NullMarked
package glassbox.ui.life;

import org.jspecify.annotations.NullMarked;
