package dev.colloquy.session.position;

/** Something that people tell from others by its name. */
interface Named {

    String name();
}
