package dev.colloquy.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Makes a violation name the field as the caller wrote it in JSON, not as Java calls it. */
@ApplicationScoped
class WireNames implements ValidatorFactoryCustomizer, PropertyNodeNameProvider {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.propertyNodeNameProvider(this);
    }

    @Override
    public String getName(Property property) {
        return property instanceof JavaBeanProperty bean
                ? Arrays.stream(bean.getDeclaringClass().getDeclaredFields())
                        .filter(field -> field.getName().equals(bean.getName()))
                        .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                        .map(field -> field.getAnnotation(JsonProperty.class).value())
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(bean.getName())
                : property.getName();
    }
}
