package dev.colloquy.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/**
 * What is validated is there as a whole: requests, not entities of whom a part may not be loaded. Looking for such parts
 * costs more than all the checks.
 */
@ApplicationScoped
class WholeObjects implements TraversableResolver {

    @Override
    public boolean isReachable(
            Object owner, Path.Node property, Class<?> root, Path pathToProperty, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            Object owner, Path.Node property, Class<?> root, Path pathToProperty, ElementType elementType) {
        return true;
    }
}
