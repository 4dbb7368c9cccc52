package dev.colloquy.simulators.livekit.egress;

import java.net.URI;
import livekit.LivekitEgress.S3Upload;

/** An S3 bucket and the key to it. */
public record Bucket(URI endpoint, String region, String name, String accessKey, String secretKey) {

    /** The request's own storage where it names one, this one for the rest. */
    Bucket overriddenBy(S3Upload wanted) {
        return new Bucket(
                wanted.getEndpoint().isEmpty() ? endpoint : URI.create(wanted.getEndpoint()),
                wanted.getRegion().isEmpty() ? region : wanted.getRegion(),
                wanted.getBucket().isEmpty() ? name : wanted.getBucket(),
                wanted.getAccessKey().isEmpty() ? accessKey : wanted.getAccessKey(),
                wanted.getSecret().isEmpty() ? secretKey : wanted.getSecret());
    }

    String location(String key) {
        return endpoint.toString().replaceAll("/+$", "") + "/" + name + "/" + key;
    }

    @Override
    public String toString() {
        return "Bucket[" + endpoint + "/" + name + "]";
    }
}
