package dev.colloquy.simulators.livekit.twirp;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** LiveKit's messages as JSON, in the two manners its server prints them. */
public final class ProtoJson {

    private static final JsonFormat.Printer ANSWER =
            JsonFormat.printer().preservingProtoFieldNames().alwaysPrintFieldsWithNoPresence();
    private static final JsonFormat.Printer BRIEF = JsonFormat.printer().preservingProtoFieldNames();
    private static final JsonFormat.Printer CAMEL_CASE = JsonFormat.printer();

    private ProtoJson() {}

    /** As Twirp answers: snake_case with every default; a message that is not there is null. */
    static JsonObject answer(Message message) {
        JsonObject json = print(ANSWER, message);
        addNulls(json, message);
        return json;
    }

    /** As webhooks carry it: camelCase, zero values left out. */
    public static JsonObject webhook(MessageOrBuilder message) {
        return print(CAMEL_CASE, message);
    }

    /** For people: snake_case, zero values left out. */
    public static JsonObject brief(MessageOrBuilder message) {
        return print(BRIEF, message);
    }

    private static JsonObject print(JsonFormat.Printer printer, MessageOrBuilder message) {
        try {
            return new JsonObject(printer.print(message));
        } catch (InvalidProtocolBufferException unprintable) {
            throw new IllegalStateException("a LiveKit message cannot be printed", unprintable);
        }
    }

    private static void addNulls(JsonObject json, MessageOrBuilder message) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.getJavaType() != JavaType.MESSAGE || field.isMapField()) {
                continue;
            }
            if (field.isRepeated()) {
                addNullsToEach(json.getJsonArray(field.getName()), message, field);
            } else if (message.hasField(field)) {
                addNulls(json.getJsonObject(field.getName()), (Message) message.getField(field));
            } else if (field.getContainingOneof() == null) {
                json.putNull(field.getName());
            }
        }
    }

    private static void addNullsToEach(JsonArray items, MessageOrBuilder message, FieldDescriptor field) {
        for (int index = 0; index < items.size(); index++) {
            addNulls(items.getJsonObject(index), (Message) message.getRepeatedField(field, index));
        }
    }
}
