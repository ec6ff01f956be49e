using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads what is to be embedded: a text, a list of texts, or tokens.</summary>
internal static class EmbeddingInputs
{
    public static ModelPrompt Read(JsonElement given, string model)
    {
        var inputs = new List<string>();
        if (given.AsText() is string text)
        {
            inputs.Add(text);
        }
        else if (given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0 && given[0].ValueKind == JsonValueKind.Number)
        {
            inputs.Add(given.GetRawText());
        }
        else
        {
            foreach (JsonElement item in given.Items())
            {
                inputs.Add(item.AsText() ?? item.GetRawText());
            }
        }

        int tokens = 0;
        foreach (string input in inputs)
        {
            tokens += TokenCount.Of(input);
        }

        return new ModelPrompt { Model = model, Inputs = inputs, AllText = string.Join('\n', inputs), TokensIn = tokens };
    }
}
