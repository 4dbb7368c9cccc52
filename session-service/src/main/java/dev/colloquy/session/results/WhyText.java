package dev.colloquy.session.results;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Why an interview's state is what it is, for those who ask for text. */
@Provider
@Produces(MediaType.TEXT_PLAIN)
public class WhyText implements MessageBodyWriter<WhyView> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == WhyView.class;
    }

    @Override
    public void writeTo(
            WhyView why,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", "text/plain;charset=UTF-8");
        out.write(why.text().getBytes(StandardCharsets.UTF_8));
    }
}
