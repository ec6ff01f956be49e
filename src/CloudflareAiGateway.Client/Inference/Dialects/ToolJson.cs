using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Tools and schemas as JSON, which all dialects write nearly alike.</summary>
internal static class ToolJson
{
    /// <summary>A tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="schemaName">What the dialect calls the schema of the arguments.</param>
    public static JsonObject Write(ChatTool tool, string schemaName)
    {
        var target = new JsonObject { ["name"] = tool.Name };
        if (tool.Description is string description)
        {
            target["description"] = description;
        }

        target[schemaName] = tool.Parameters is object schema
            ? Schema(schema)
            : new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };
        return target;
    }

    /// <summary>Plain values as JSON.</summary>
    /// <exception cref="AiGatewayException">Rejected: a value has no JSON form.</exception>
    public static JsonNode Schema(object schema) => Plain(schema)!;

    /// <summary>Plain values as JSON.</summary>
    /// <exception cref="AiGatewayException">Rejected: a value has no JSON form.</exception>
    public static JsonNode? Plain(object? value) => new SettingsWriter().WriteValue(value, "value");

    /// <summary>The arguments of a call as text.</summary>
    public static string ArgumentsText(AiGatewayToolCall call) =>
        call.Arguments.Length > 0 || call.Input is null ? call.Arguments : Plain(call.Input)!.ToJsonString(WireJson.Options);

    /// <summary>The arguments of a call as an object; an empty one when they are none.</summary>
    public static JsonNode ArgumentsObject(AiGatewayToolCall call) =>
        (call.Input ?? JsonReading.Parse(call.Arguments)) is { } input ? Plain(input)! : new JsonObject();
}
