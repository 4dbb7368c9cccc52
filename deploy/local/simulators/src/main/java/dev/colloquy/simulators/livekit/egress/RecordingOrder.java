package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import livekit.LivekitEgress.AudioChannel;
import livekit.LivekitEgress.AudioMixing;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressSourceType;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.MediaSource;
import livekit.LivekitEgress.Output;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.S3Upload;
import livekit.LivekitEgress.StartEgressRequest;
import livekit.LivekitEgress.StorageConfig;
import livekit.LivekitModels.WebhookConfig;

/**
 * What shall be recorded, whichever of LiveKit's requests asks for it: the sound of a room, into one Ogg file. Pictures,
 * streams and segments are refused.
 *
 * @param storage where the request itself wants the file to go
 * @param echo writes the request into an {@link EgressInfo}, without secrets
 */
record RecordingOrder(
        EgressSourceType source,
        int channels,
        String path,
        boolean manifest,
        Optional<S3Upload> storage,
        List<WebhookConfig> webhooks,
        Consumer<EgressInfo.Builder> echo) {

    static RecordingOrder of(RoomCompositeEgressRequest request) {
        EncodedFileOutput file = file(request);
        requireSound(request.getAudioOnly(), file.getFileType());
        return new RecordingOrder(
                source(request.getLayout(), request.getCustomBaseUrl()),
                request.getAudioMixing() == AudioMixing.DEFAULT_MIXING ? 1 : 2,
                file.getFilepath(),
                !file.getDisableManifest(),
                file.hasS3() ? Optional.of(file.getS3()) : Optional.empty(),
                request.getWebhooksList(),
                info -> info.setRoomComposite(Redaction.of(request)));
    }

    /** The request is not echoed: the SDK's {@link EgressInfo} has no field for it yet. */
    static RecordingOrder of(StartEgressRequest request) {
        require(request.getOutputsCount() > 0, "request has missing or invalid field: outputs");
        Output output = request.getOutputs(0);
        require(request.getOutputsCount() == 1 && output.hasFile(), "more than one file is not yet supported");
        requireSound(isSoundOnly(request), output.getFile().getFileType());
        StorageConfig storage = output.hasStorage() ? output.getStorage() : request.getStorage();
        return new RecordingOrder(
                source(request.getTemplate().getLayout(), request.getTemplate().getCustomBaseUrl()),
                isSplit(request.getMedia()) ? 2 : 1,
                output.getFile().getFilepath(),
                !output.getFile().getDisableManifest(),
                storage.hasS3() ? Optional.of(storage.getS3()) : Optional.empty(),
                request.getWebhooksList(),
                _ -> {});
    }

    /** The deprecated single output counts where there is no list. */
    @SuppressWarnings("deprecation")
    private static EncodedFileOutput file(RoomCompositeEgressRequest request) {
        if (request.getFileOutputsCount() == 0 && request.hasFile()) {
            return request.getFile();
        }
        require(request.getFileOutputsCount() > 0, "request has missing or invalid field: output");
        require(request.getFileOutputsCount() == 1, "request has missing or invalid field: multiple file outputs");
        return request.getFileOutputs(0);
    }

    private static boolean isSoundOnly(StartEgressRequest request) {
        return switch (request.getSourceCase()) {
            case TEMPLATE -> request.getTemplate().getAudioOnly();
            case MEDIA ->
                !request.getMedia().hasParticipantVideo() && !request.getMedia().hasVideoTrackId();
            case WEB -> throw new TwirpError(Code.INVALID_ARGUMENT, "web is not yet supported");
            case SOURCE_NOT_SET ->
                throw new TwirpError(Code.INVALID_ARGUMENT, "request has missing or invalid field: source");
        };
    }

    private static boolean isSplit(MediaSource media) {
        return media.getAudio().getRoutesList().stream()
                .anyMatch(route -> route.getChannel() != AudioChannel.AUDIO_CHANNEL_BOTH);
    }

    /** Without a layout nothing has to be drawn, and no browser is needed. */
    private static EgressSourceType source(String layout, String pageUrl) {
        return layout.isEmpty() && pageUrl.isEmpty()
                ? EgressSourceType.EGRESS_SOURCE_TYPE_SDK
                : EgressSourceType.EGRESS_SOURCE_TYPE_WEB;
    }

    private static void requireSound(boolean audioOnly, EncodedFileType type) {
        require(audioOnly, "video is not yet supported");
        require(
                type == EncodedFileType.OGG || type == EncodedFileType.DEFAULT_FILETYPE,
                type + " is not yet supported");
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new TwirpError(Code.INVALID_ARGUMENT, refusal);
        }
    }
}
