using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Messages as Google writes them: the model is called so, and results of tools name the tool.</summary>
internal static class GoogleMessages
{
    /// <summary>Writes them.</summary>
    public static JsonArray Write(IReadOnlyList<ChatMessage> messages)
    {
        var list = new JsonArray();
        var tools = new Dictionary<string, string>();
        foreach (ChatMessage message in messages.Where(m => m.Role != ChatMessage.System))
        {
            foreach (AiGatewayToolCall call in message.ToolCalls)
            {
                tools[call.Id] = call.Name;
            }

            list.Add(new JsonObject
            {
                ["role"] = message.Role == ChatMessage.Assistant ? "model" : "user",
                ["parts"] = message.Role == ChatMessage.Tool ? [Result(message, tools)] : Parts(message),
            });
        }

        return list;
    }

    private static JsonArray Parts(ChatMessage message)
    {
        var parts = new JsonArray();
        foreach (ChatPart part in message.Parts)
        {
            parts.Add(part switch
            {
                { IsImage: false } => new JsonObject { ["text"] = MessageText.Of(part) },
                { ImageData: string data } => new JsonObject { ["inlineData"] = new JsonObject { ["mimeType"] = part.MediaType, ["data"] = data } },
                _ => new JsonObject { ["fileData"] = File(part) },
            });
        }

        foreach (AiGatewayToolCall call in message.ToolCalls)
        {
            parts.Add(new JsonObject
            {
                ["functionCall"] = new JsonObject { ["name"] = call.Name, ["args"] = ToolJson.ArgumentsObject(call) },
            });
        }

        return parts;
    }

    private static JsonObject File(ChatPart part)
    {
        var file = new JsonObject { ["fileUri"] = part.ImageUrl };
        if (part.MediaType is string type)
        {
            file["mimeType"] = type;
        }

        return file;
    }

    /// <summary>A result that is a JSON object goes as it is, anything else under a name.</summary>
    private static JsonObject Result(ChatMessage message, Dictionary<string, string> tools)
    {
        string text = MessageText.Of(message);
        string name = message.ToolName ?? (message.ToolCallId is string id && tools.TryGetValue(id, out string? known) ? known : message.ToolCallId ?? "tool");
        JsonNode response = text.TrimStart().StartsWith('{') && JsonReading.Parse(text) is { } members
            ? ToolJson.Plain(members)!
            : new JsonObject { ["result"] = text };
        return new JsonObject { ["functionResponse"] = new JsonObject { ["name"] = name, ["response"] = response } };
    }
}
