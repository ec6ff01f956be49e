using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Workers AI's own shape for embeddings.</summary>
internal sealed class WorkersAiEmbeddingsFormat : IModelFormat
{
    public static readonly WorkersAiEmbeddingsFormat Instance = new();

    private const int Dimensions = 768;

    public string RequestType => "embeddings";

    public ModelPrompt Read(ModelInput input)
    {
        ModelPrompt prompt = EmbeddingInputs.Read(input.Json?.Member("text") ?? default, input.Model ?? string.Empty);
        ProviderRefusal? missing = prompt.Inputs.Count > 0 ? null : new ProviderRefusal(400, "Bad input: required property 'text' is missing");
        return prompt with { Refusal = WorkersAiModels.Check(input) ?? missing };
    }

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now) => new()
    {
        Body = JsonBody.Write(prompt, static (writer, prompt) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("result");
            writer.WriteStartArray("shape");
            writer.WriteNumberValue(prompt.Inputs.Count);
            writer.WriteNumberValue(Dimensions);
            writer.WriteEndArray();
            writer.WriteStartArray("data");
            foreach (string text in prompt.Inputs)
            {
                JsonSerializer.Serialize(writer, EmbeddingVector.Make(prompt.Model, text, Dimensions));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            WorkersAiModels.WriteEnd(writer);
            writer.WriteEndObject();
        }),
        TokensIn = prompt.TokensIn,
        TokensOut = 0,
    };

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.WorkersAi(refusal);
}
