using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What many rows have in common, kept once: the texts about model and request, ready to be written.</summary>
internal sealed class LogKind(LogTraits traits)
{
    public LogTraits Traits => traits;

    public JsonEncodedText Provider { get; } = Encode(traits.Provider);

    public JsonEncodedText Model { get; } = Encode(traits.Model);

    public JsonEncodedText ModelType { get; } = Encode(traits.ModelType);

    public JsonEncodedText Path { get; } = Encode(traits.Path);

    public JsonEncodedText RequestType { get; } = Encode(traits.RequestType);

    public JsonEncodedText RequestContentType { get; } = Encode(traits.RequestContentType);

    public JsonEncodedText ResponseContentType { get; } = Encode(traits.ResponseContentType);

    public static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
