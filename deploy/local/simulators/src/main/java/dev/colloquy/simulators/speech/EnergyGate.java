package dev.colloquy.simulators.speech;

/** Tells speech from silence by loudness: it opens after a moment of loud sound and closes after the silence asked for. */
public final class EnergyGate {

    /** What one more piece of sound has changed. */
    public enum Change {
        NONE,
        STARTED,
        STOPPED
    }

    private static final double LOUDEST_THRESHOLD = 0.02;
    private static final int MOMENT_MILLISECONDS = 60;

    private boolean open;
    private int loudFor;
    private int quietFor;

    /**
     * Takes one more piece of sound.
     *
     * @param threshold from 0 to 1: 0.5 stands for a loudness of 0.01 (-40 dB)
     * @param silenceMilliseconds the silence that ends speech
     */
    public Change hear(double loudness, int milliseconds, double threshold, int silenceMilliseconds) {
        boolean loud = loudness > threshold * LOUDEST_THRESHOLD;
        loudFor = loud ? loudFor + milliseconds : Math.max(0, loudFor - milliseconds);
        quietFor = loud ? 0 : quietFor + milliseconds;
        if (!open && loudFor >= MOMENT_MILLISECONDS) {
            open = true;
            return Change.STARTED;
        }
        if (open && quietFor >= silenceMilliseconds) {
            reset();
            return Change.STOPPED;
        }
        return Change.NONE;
    }

    public void reset() {
        open = false;
        loudFor = 0;
        quietFor = 0;
    }
}
