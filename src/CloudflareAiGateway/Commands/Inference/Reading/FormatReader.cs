using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Reads the form of the answer: <c>text</c>, <c>json</c>, a JSON schema, or OpenAI's <c>json_schema</c>.</summary>
internal static class FormatReader
{
    /// <summary>Reads it.</summary>
    /// <returns>Null for plain text.</returns>
    /// <exception cref="AiGatewayException">InvalidPrompt: it is neither.</exception>
    public static ChatFormat? Read(object? format)
    {
        format = LooseMembers.Unwrap(format);
        if (format is null or string)
        {
            return (format as string)?.Trim().ToLowerInvariant() switch
            {
                null or "text" => null,
                "json" or "json_object" => new ChatFormat { IsJson = true },
                _ => throw Refuse($"'{format}' is no form of an answer."),
            };
        }

        LooseMembers members = LooseMembers.Of(format) ?? throw Refuse($"A {format.GetType().Name} is no form of an answer.");
        switch (members.Text("Type")?.ToLowerInvariant())
        {
            case "text":
                return null;
            case "json_object":
                return new ChatFormat { IsJson = true };
            case "json_schema":
                LooseMembers frame = LooseMembers.Of(members["JsonSchema"]) ?? throw Refuse("The type json_schema needs json_schema with name and schema.");
                return new ChatFormat
                {
                    IsJson = true,
                    Name = frame.Text("Name") ?? "answer",
                    Schema = PlainValue.From(frame["Schema"]) ?? throw Refuse("json_schema has no schema."),
                    Strict = frame["Strict"] as bool?,
                };
        }

        bool isSchema = members["Type"] is not null || members["Properties"] is not null || members["AnyOf"] is not null || members["$ref"] is not null;
        return isSchema ? new ChatFormat { IsJson = true, Schema = PlainValue.From(format) } : throw Refuse("The hashtable is no JSON schema: it has neither type nor properties.");
    }

    private static AiGatewayException Refuse(string message) =>
        InputProblem.Prompt($"ResponseFormat: {message}", "Give text, json, or a JSON schema such as @{ type = 'object'; properties = @{ city = @{ type = 'string' } } }.");
}
