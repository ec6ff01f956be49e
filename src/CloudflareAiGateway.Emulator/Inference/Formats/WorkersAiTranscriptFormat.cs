using System;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>Workers AI's models that listen. What they hear is how many bytes they got.</summary>
internal sealed class WorkersAiTranscriptFormat : IModelFormat
{
    public static readonly WorkersAiTranscriptFormat Instance = new();

    public string RequestType => "audio";

    public ModelPrompt Read(ModelInput input) => new()
    {
        Model = input.Model ?? string.Empty,
        Refusal = WorkersAiModels.Check(input) ?? (input.Body.IsEmpty ? new ProviderRefusal(400, "Bad input: there is no audio") : null),
    };

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{prompt.Model}: {input.Body.Length} bytes of audio");
        return new ProviderReply
        {
            Text = text,
            Body = JsonBody.Write(text, static (writer, text) =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("result");
                writer.WriteString("text", text);
                writer.WriteNumber("word_count", text.Split(' ').Length);
                writer.WriteEndObject();
                WorkersAiModels.WriteEnd(writer);
                writer.WriteEndObject();
            }),
        };
    }

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.WorkersAi(refusal);
}
