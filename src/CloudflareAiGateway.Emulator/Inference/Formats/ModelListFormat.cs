using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The list of a provider's models: those that the twin has a price for.</summary>
internal sealed class ModelListFormat : IModelFormat
{
    public static readonly ModelListFormat Instance = new();

    public string RequestType => "universal";

    public ModelPrompt Read(ModelInput input) => new();

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now) => new()
    {
        Body = JsonBody.Write(input.Provider.Slug, static (writer, provider) =>
        {
            writer.WriteStartObject();
            writer.WriteString("object", "list");
            writer.WriteStartArray("data");
            foreach (string model in PriceTable.ModelsOf(provider))
            {
                writer.WriteStartObject();
                writer.WriteString("id", model);
                writer.WriteString("object", "model");
                writer.WriteString("owned_by", provider);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }),
    };

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);
}
