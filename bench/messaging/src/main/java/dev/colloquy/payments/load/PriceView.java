package dev.colloquy.payments.load;

import org.HdrHistogram.Histogram;

/** How long a transaction takes without an event and with one, in microseconds. */
record PriceView(long silentP50, long silentP99, long toldP50, long toldP99) {

    static PriceView of(Histogram silent, Histogram told) {
        return new PriceView(
                silent.getValueAtPercentile(50),
                silent.getValueAtPercentile(99),
                told.getValueAtPercentile(50),
                told.getValueAtPercentile(99));
    }
}
