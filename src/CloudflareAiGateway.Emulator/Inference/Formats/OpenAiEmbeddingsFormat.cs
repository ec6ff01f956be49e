using System;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>OpenAI's embeddings, as numbers or, as its own clients want them, in base64.</summary>
internal sealed class OpenAiEmbeddingsFormat : IModelFormat
{
    public static readonly OpenAiEmbeddingsFormat Instance = new();

    private const int DefaultDimensions = 1536;
    private const int LargeDimensions = 3072;

    public string RequestType => "embeddings";

    public ModelPrompt Read(ModelInput input)
    {
        if (input.Json is not JsonElement { ValueKind: JsonValueKind.Object } body)
        {
            return new ModelPrompt { Refusal = OpenAiRefusals.NotJson };
        }

        string? model = input.Model ?? body.Text("model");
        ModelPrompt prompt = EmbeddingInputs.Read(body.Member("input"), model ?? string.Empty);
        return prompt with { Refusal = OpenAiRefusals.Check(input.Provider, model, prompt.Inputs.Count > 0 ? null : "input") };
    }

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now)
    {
        JsonElement body = input.Json!.Value;
        int size = body.Number("dimensions") ?? (prompt.Model.EndsWith("-large", StringComparison.Ordinal) ? LargeDimensions : DefaultDimensions);
        bool isBase64 = body.Text("encoding_format") == "base64";
        return new ProviderReply
        {
            Body = JsonBody.Write((prompt, size, isBase64), static (writer, state) => Write(writer, state.prompt, Math.Max(state.size, 1), state.isBase64)),
            TokensIn = prompt.TokensIn,
            TokensOut = 0,
        };
    }

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);

    private static void Write(Utf8JsonWriter writer, ModelPrompt prompt, int size, bool isBase64)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        for (int i = 0; i < prompt.Inputs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("object", "embedding");
            writer.WriteNumber("index", i);
            float[] vector = EmbeddingVector.Make(prompt.Model, prompt.Inputs[i], size);
            if (isBase64)
            {
                writer.WriteBase64String("embedding", MemoryMarshal.AsBytes<float>(vector));
            }
            else
            {
                writer.WritePropertyName("embedding");
                JsonSerializer.Serialize(writer, vector);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("model", prompt.Model);
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", prompt.TokensIn);
        writer.WriteNumber("total_tokens", prompt.TokensIn);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
