package dev.colloquy.webhook.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a question is asked with, one after the other until somebody knows.
 *
 * @param gap why there may be one more, for operators
 */
record KeyChain(List<AccountKey> keys, @Nullable String gap) {}
