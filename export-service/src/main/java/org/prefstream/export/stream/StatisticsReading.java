package org.prefstream.export.stream;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/** That statistics have changed, once a second at most: whoever hears of it asks for them. It says so at the beginning, too. */
final class StatisticsReading implements OpenStream.Reading {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final Pulse pace = new Pulse(PACE, System::nanoTime);
    private boolean isBegun;

    @Override
    public Uni<OpenStream.Part> next() {
        Events events = isBegun ? new Events(true) : Events.beginning(true);
        events.addStatistics();
        isBegun = true;
        pace.restart();
        return Uni.createFrom().item(new OpenStream.Part(events.text(), true));
    }

    @Override
    public Duration rest() {
        return !isBegun || pace.isDue() ? Duration.ZERO : pace.left();
    }
}
