package dev.colloquy.simulators.livekit.egress;

import java.net.URI;
import java.util.Optional;
import livekit.LivekitEgress.S3Upload;

/** An S3 bucket and the key to it. */
public record Bucket(URI endpoint, String region, String name, String accessKey, String secretKey) {

    private static final URI AMAZON = URI.create("https://s3.amazonaws.com");

    /** The storage a request names counts as a whole; only keys it leaves out are the recorder's own. */
    static Bucket of(S3Upload wanted, Optional<Bucket> own) {
        boolean bringsKeys = !wanted.getAccessKey().isEmpty();
        return new Bucket(
                wanted.getEndpoint().isEmpty() ? AMAZON : URI.create(wanted.getEndpoint()),
                wanted.getRegion().isEmpty() ? "us-east-1" : wanted.getRegion(),
                wanted.getBucket(),
                bringsKeys ? wanted.getAccessKey() : own.map(Bucket::accessKey).orElse(""),
                bringsKeys ? wanted.getSecret() : own.map(Bucket::secretKey).orElse(""));
    }

    String location(String key) {
        return endpoint.toString().replaceAll("/+$", "") + "/" + name + "/" + key;
    }

    @Override
    public String toString() {
        return "Bucket[" + endpoint + "/" + name + "]";
    }
}
