package glassbox.training;

/**
 * A run as a checkpoint keeps it.
 *
 * @param keyframe what the run has become
 * @param history what was measured up to there, at least
 */
public record RunState(Keyframe keyframe, History history) {}
