using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the models of Workers AI are for, as far as their names tell.</summary>
internal static class WorkersAiModels
{
    public static IModelFormat FormatOf(string model)
    {
        if (model.Contains("bge-", StringComparison.Ordinal) || model.Contains("embedding", StringComparison.Ordinal))
        {
            return WorkersAiEmbeddingsFormat.Instance;
        }

        if (model.Contains("whisper", StringComparison.Ordinal))
        {
            return WorkersAiTranscriptFormat.Instance;
        }

        return model.Contains("aura-", StringComparison.Ordinal) || model.Contains("melotts", StringComparison.Ordinal)
            ? SpeechFormat.Instance
            : WorkersAiTextFormat.Instance;
    }

    public static ProviderRefusal? Check(ModelInput input) =>
        input.Model is string model && input.Provider.MayHave(model) ? null : new ProviderRefusal(404, $"No such model {input.Model} or task");

    /// <summary>The end of an envelope that begins with the result.</summary>
    public static void WriteEnd(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("success", true);
        writer.WriteStartArray("errors");
        writer.WriteEndArray();
        writer.WriteStartArray("messages");
        writer.WriteEndArray();
    }
}
