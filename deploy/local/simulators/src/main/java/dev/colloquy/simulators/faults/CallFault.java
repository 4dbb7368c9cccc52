package dev.colloquy.simulators.faults;

/** What happens to one call: an HTTP status of 400 or more, or a chat answer that ends in another way than "stop". */
public record CallFault(int status, String finish) {

    public static final CallFault NONE = new CallFault(0, "");

    public boolean fails() {
        return status > 0;
    }
}
